package eken.java;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

import eken.EkenKt;
import eken.Finding;
import eken.FormField;
import eken.Indicator;
import eken.Lang;
import eken.Rule;
import eken.Taker;
import eken.Watch;

/** What needs no dossier at hand: forms, rules, plans, schemas; and many dossiers at once. */
public final class Eken {
    private Eken() {}

    /**
     * The fields of a form, in order: of a section ({@code sessions}), of what stands once ({@code town}), of records within others
     * ({@code trainees.follow_up}), of the dossier itself ({@code dossier}), of a figure with its source ({@code figure}),
     * of the reason in place of a missing value ({@code missing}).
     *
     * @throws EkenFailure {@code CALL} where there is no such form
     */
    public static List<FormField> formFields(String form, Lang lang) throws EkenFailure {
        return Calls.call(() -> EkenKt.formFields(form, lang));
    }

    /** As the longer form, under the default plan. */
    public static List<Finding> checkRecord(String section, String json, Lang lang) throws EkenFailure {
        return checkRecord(section, json, lang, null);
    }

    /**
     * The findings of one record by itself, while it is filled in: pointers and lines are those of its text. References into the rest of
     * the dossier are not looked at.
     *
     * @throws EkenFailure {@code CALL} where there is no such section, {@code READ} where the text is no JSON value
     */
    public static List<Finding> checkRecord(String section, String json, Lang lang, EkenPlan plan) throws EkenFailure {
        return Calls.call(() -> EkenKt.checkRecord(section, json, lang, EkenPlan.of(plan)));
    }

    /** Every kind of finding. */
    public static List<Rule> rules(Lang lang) throws EkenFailure {
        return Calls.call(() -> EkenKt.rules(lang));
    }

    /** The indicators and targets of the default plan. */
    public static List<Indicator> indicators(Lang lang) throws EkenFailure {
        return Calls.call(() -> EkenKt.indicators(lang));
    }

    /** Ids of the built-in plans. */
    public static List<String> plans() throws EkenFailure {
        return Calls.call(EkenKt::plans);
    }

    /**
     * A published JSON Schema: {@code dossier}, {@code findings}, {@code assessment}, {@code plan}.
     *
     * @throws EkenFailure {@code CALL} where there is none of the name
     */
    public static String schema(String name) throws EkenFailure {
        return Calls.call(() -> EkenKt.schema(name));
    }

    /** The version of eken. */
    public static String version() throws EkenFailure {
        return Calls.call(EkenKt::version);
    }

    /** As the longer form, under the default plan and on as many threads as there are processors. */
    public static void assessMany(List<Path> paths, EkenOptions options, Lang lang, Taker taker) throws EkenFailure {
        Calls.call(() -> many(paths, options, lang, taker, null, null, null));
    }

    /**
     * Assesses the dossiers of many files, and of folders of CSV files, on several threads, and tells each to the taker in the order of
     * the paths. Files that end in {@code .ndjson} or {@code .jsonl} hold one a line. The plan, the number of threads and the listener
     * may be null. A file that cannot be read is told to the taker ({@link EkenFailure#of}); a taker that throws ends the call as
     * {@code INTERNAL}.
     *
     * @return ends with {@code CALL} where an option does not fit; to cancel it stops the call
     */
    public static CompletableFuture<Void> assessMany(
            List<Path> paths, EkenOptions options, Lang lang, Taker taker, EkenPlan plan, Integer threads, Progress progress,
            Executor executor) {
        return Calls.start(watch -> many(paths, options, lang, taker, plan, threads, watch), progress, executor);
    }

    private static Void many(
            List<Path> paths, EkenOptions options, Lang lang, Taker taker, EkenPlan plan, Integer threads, Watch watch)
            throws Exception {
        List<String> names = paths.stream().map(Path::toString).toList();
        EkenKt.assessMany(names, options.options, lang, taker, EkenPlan.of(plan), threads, watch);
        return null;
    }
}
