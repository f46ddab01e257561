package eken.java;

import eken.EkenException;
import eken.Fault;
import eken.Lang;
import eken.Words;

/**
 * A call failed. Faults in the data are findings, and a target missed is a verdict; neither is a failure. No text of it holds a value
 * from the data.
 */
public final class EkenFailure extends Exception {
    private static final long serialVersionUID = 1L;

    /** What a caller would act on. */
    public enum Kind {
        /** The bytes are no dossier: not of a kind that is read, damaged, beyond a limit. */
        READ,
        /** A plan or a profile is faulty. */
        PLAN,
        /** A name or an option that was given to the call does not exist or is out of range. */
        CALL,
        /** The call was stopped. */
        CANCELLED,
        /** A fault of eken itself, or a listener that threw. */
        INTERNAL
    }

    private final Kind kind;
    private final String code;
    private final String zh;
    private final String en;
    private final String helpZh;
    private final String helpEn;
    private final String place;

    private EkenFailure(Kind kind, Fault fault) {
        super(fault.getCode() + ": " + fault.getWords().getEn());
        this.kind = kind;
        code = fault.getCode();
        zh = fault.getWords().getZh();
        en = fault.getWords().getEn();
        helpZh = fault.getHelp().getZh();
        helpEn = fault.getHelp().getEn();
        place = fault.getPlace();
    }

    /** What came of a dossier of many that has no assessment. */
    public static EkenFailure of(EkenException thrown) {
        return from(thrown);
    }

    /** What came of a call that threw; texts of what is unknown are left out, since they may hold a value. */
    static EkenFailure from(Throwable thrown) {
        if (thrown instanceof EkenException.Read it) return new EkenFailure(Kind.READ, it.getFault());
        if (thrown instanceof EkenException.Plan it) return new EkenFailure(Kind.PLAN, it.getFault());
        if (thrown instanceof EkenException.Call it) return new EkenFailure(Kind.CALL, it.getFault());
        if (thrown instanceof EkenException.Cancelled it) return new EkenFailure(Kind.CANCELLED, it.getFault());
        if (thrown instanceof EkenException.Internal it) return new EkenFailure(Kind.INTERNAL, it.getFault());
        Words words = new Words("程序内部错误，没有结果", "an internal fault, no result");
        Words help = new Words("请报告所用的调用，不要附上档案", "please report the call, not the dossier");
        return new EkenFailure(Kind.INTERNAL, new Fault("internal", words, help, null));
    }

    /** What a caller would act on. */
    public Kind kind() {
        return kind;
    }

    /** Code, such as {@code json.syntax}. */
    public String code() {
        return code;
    }

    /** What is wrong; of a plan its faults, a line each. */
    public String words(Lang lang) {
        return lang == Lang.ZH ? zh : en;
    }

    /** How to mend it. */
    public String help(Lang lang) {
        return lang == Lang.ZH ? helpZh : helpEn;
    }

    /** Where: {@code 3:7} for line and column, or a sheet, file or cell; null where it has no place. */
    public String place() {
        return place;
    }
}
