package eken.java;

import java.util.List;

import eken.Indicator;
import eken.Lang;
import eken.Plan;

/** A plan: the law as data. It never changes and may be used from many threads. */
public final class EkenPlan implements AutoCloseable {
    final Plan plan;

    private EkenPlan(Plan plan) {
        this.plan = plan;
    }

    /**
     * A built-in plan, such as {@code yuanqu-2023}.
     *
     * @throws EkenFailure {@code CALL} where there is none of the id
     */
    public static EkenPlan builtin(String id) throws EkenFailure {
        return Calls.call(() -> new EkenPlan(Plan.Companion.builtin(id)));
    }

    /**
     * The plan in a text of TOML or JSON: a whole one, or what it changes in a built-in one that it names.
     *
     * @throws EkenFailure {@code PLAN} with every fault of it
     */
    public static EkenPlan load(String text, String name) throws EkenFailure {
        return Calls.call(() -> new EkenPlan(Plan.Companion.load(text, name)));
    }

    /** Its id. */
    public String id() throws EkenFailure {
        return Calls.call(plan::id);
    }

    /** Its title. */
    public String title(Lang lang) throws EkenFailure {
        return Calls.call(() -> plan.title(lang));
    }

    /** Its binding indicators and targets, in order. */
    public List<Indicator> indicators(Lang lang) throws EkenFailure {
        return Calls.call(() -> plan.indicators(lang));
    }

    /** It as JSON, in its single-file form. */
    public String toJson() throws EkenFailure {
        return Calls.call(plan::toJson);
    }

    @Override
    public void close() {
        plan.close();
    }

    static Plan of(EkenPlan plan) {
        return plan == null ? null : plan.plan;
    }
}
