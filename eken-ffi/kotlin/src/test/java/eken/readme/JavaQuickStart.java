package eken.readme;

// README
import eken.Finding;
import eken.FormField;
import eken.Lang;
import eken.Outcome;
import eken.Verdict;
import eken.java.Eken;
import eken.java.EkenAssessment;
import eken.java.EkenDossier;
import eken.java.EkenFailure;
import eken.java.EkenOptions;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
// end

/** The blocks of the README, which src/test/kotlin/eken/readme/ReadmeTest.kt runs and compares. */
public final class JavaQuickStart {
    private JavaQuickStart() {}

    public static void town() throws EkenFailure {
        // README
        try (EkenDossier town = EkenDossier.open(Path.of("../../examples/data/yuanqu-2023.json"));
                EkenAssessment standing = town.assess(EkenOptions.year(2023))) {
            Finding first = town.check(Lang.EN).getFindings().get(0);
            System.out.println(first.getPointer() + ": " + first.getMessage() + "; " + first.getHelp());
            for (Verdict verdict : standing.verdicts(Lang.EN)) {
                if (verdict.getVerdict() == Outcome.CONFLICT) {
                    System.out.println(verdict.getId() + " " + verdict.getTitle() + ": " + verdict.getLabel());
                }
            }
        } catch (EkenFailure failure) {
            System.out.println(failure.kind() + " " + failure.code() + ": " + failure.help(Lang.EN));
        }
        // end
    }

    public static void form() throws EkenFailure {
        // README
        for (FormField field : Eken.formFields("experts", Lang.EN)) {
            System.out.println(field.getName() + ": " + field.getLabel());
        }
        // end
    }

    public static void future() throws Exception {
        // README
        ExecutorService executor = Executors.newFixedThreadPool(2);
        CompletableFuture<EkenDossier> future = EkenDossier.open(
            Path.of("../../examples/data/yuanqu-2023.json"), (done, total) -> System.out.println(done + " of " + total), executor);
        try (EkenDossier town = future.get()) { // future.cancel(true) would stop the call
            System.out.println(town.digest().length() + " characters");
        } finally {
            executor.shutdown();
        }
        // end
    }
}
