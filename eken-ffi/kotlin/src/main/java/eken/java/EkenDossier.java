package eken.java;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

import eken.Change;
import eken.Dossier;
import eken.Findings;
import eken.Lang;
import eken.WithRecord;

/**
 * A dossier, as it was read. It never changes and may be used from many threads: what edits it gives another.
 *
 * <p>A call that takes an executor runs there. To cancel its future (not one that hangs on it) stops the call; what it made by then is
 * closed.
 */
public final class EkenDossier implements AutoCloseable {
    private final Dossier dossier;

    private EkenDossier(Dossier dossier) {
        this.dossier = dossier;
    }

    /** A dossier with one record more, or another in place of one that was there, and the indicators and targets that it changes. */
    public record Changed(EkenDossier dossier, List<Change> changes, boolean replaced) implements AutoCloseable {
        @Override
        public void close() {
            dossier.close();
        }
    }

    /**
     * Reads a dossier from the bytes of a file: JSON, XLSX, ODS, CSV, Parquet, Arrow, or a zip of tables. What it is, is seen from the
     * bytes; the name is for messages and for kinds that look alike.
     *
     * @throws EkenFailure {@code READ} where the bytes are no dossier; faults within it are findings
     */
    public static EkenDossier parse(byte[] bytes, String name) throws EkenFailure {
        return Calls.call(() -> new EkenDossier(Dossier.Companion.parse(bytes, name, null)));
    }

    /** The same elsewhere; the listener may be null. */
    public static CompletableFuture<EkenDossier> parse(byte[] bytes, String name, Progress progress, Executor executor) {
        return Calls.start(watch -> new EkenDossier(Dossier.Companion.parse(bytes, name, watch)), progress, executor);
    }

    /**
     * Reads a dossier from a file, or from a folder of CSV files.
     *
     * @throws EkenFailure as {@code parse}
     */
    public static EkenDossier open(Path path) throws EkenFailure {
        return Calls.call(() -> new EkenDossier(Dossier.Companion.open(path.toString(), null)));
    }

    /** The same elsewhere; the listener may be null. */
    public static CompletableFuture<EkenDossier> open(Path path, Progress progress, Executor executor) {
        return Calls.start(watch -> new EkenDossier(Dossier.Companion.open(path.toString(), watch)), progress, executor);
    }

    /** What kind of file it was read from, by its extension. */
    public String format() throws EkenFailure {
        return Calls.call(dossier::format);
    }

    /** What is wrong with it, under the default plan. */
    public Findings check(Lang lang) throws EkenFailure {
        return check(lang, null, null);
    }

    /**
     * What is wrong with it, under a plan and a profile in TOML; null stands for the default of each.
     *
     * @throws EkenFailure {@code PLAN} for a faulty profile
     */
    public Findings check(Lang lang, EkenPlan plan, String profile) throws EkenFailure {
        return Calls.call(() -> dossier.check(lang, EkenPlan.of(plan), profile, null));
    }

    /** The same elsewhere; the listener may be null. */
    public CompletableFuture<Findings> check(Lang lang, EkenPlan plan, String profile, Progress progress, Executor executor) {
        return Calls.start(watch -> dossier.check(lang, EkenPlan.of(plan), profile, watch), progress, executor);
    }

    /** How the town stands, under the default plan. */
    public EkenAssessment assess(EkenOptions options) throws EkenFailure {
        return assess(options, null);
    }

    /**
     * How the town stands, under a plan; null stands for the default one.
     *
     * @throws EkenFailure {@code CALL} where an option does not fit
     */
    public EkenAssessment assess(EkenOptions options, EkenPlan plan) throws EkenFailure {
        return Calls.call(() -> new EkenAssessment(dossier.assess(options.options, EkenPlan.of(plan), null)));
    }

    /** The same elsewhere; the listener may be null. */
    public CompletableFuture<EkenAssessment> assess(EkenOptions options, EkenPlan plan, Progress progress, Executor executor) {
        return Calls.start(
            watch -> new EkenAssessment(dossier.assess(options.options, EkenPlan.of(plan), watch)), progress, executor);
    }

    /** As the longer form, under the default plan. */
    public Changed withRecord(String section, String json, EkenOptions options, Lang lang) throws EkenFailure {
        return withRecord(section, json, options, lang, null);
    }

    /**
     * The same with a record of a section ({@code sessions}), in place of the one with its {@code id}, else added; or with what stands
     * once ({@code town}). With it what changes in the verdicts.
     *
     * @throws EkenFailure {@code CALL} where there is no such section, {@code READ} where the text is no JSON value
     */
    public Changed withRecord(String section, String json, EkenOptions options, Lang lang, EkenPlan plan) throws EkenFailure {
        return Calls.call(() -> {
            WithRecord made = dossier.withRecord(section, json, options.options, lang, EkenPlan.of(plan));
            return new Changed(new EkenDossier(made.getDossier()), made.getChanges(), made.getReplaced());
        });
    }

    /** It as JSON (RFC 8785): all it holds, unknown fields among it. */
    public String toJson() throws EkenFailure {
        return Calls.call(dossier::toJson);
    }

    /** SHA-256 of its JSON, in hexadecimal digits: that of the receipt. */
    public String digest() throws EkenFailure {
        return Calls.call(dossier::digest);
    }

    @Override
    public void close() {
        dossier.close();
    }
}
