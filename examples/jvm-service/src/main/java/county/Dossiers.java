package county;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import eken.Findings;
import eken.Lang;
import eken.java.EkenAssessment;
import eken.java.EkenDossier;
import eken.java.EkenFailure;
import eken.java.EkenOptions;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpResponseException;

/**
 * {@code POST /dossiers}: the body is a file. It is accepted with the assessment, or refused with what is wrong. The body goes to a file
 * of its own as it comes, so that memory does not grow with it; the file is removed before the answer.
 */
final class Dossiers implements Handler {
    /** The most bytes of a body. */
    static final long LIMIT = 64 << 20;
    /** How long one call of eken may take. */
    private static final long SECONDS = 120;
    /** The acceptance year, where a request names none. */
    private static final String YEAR = "2023";
    private static final Pattern ENDING = Pattern.compile("\\.[A-Za-z0-9]{1,8}$");
    private static final Pattern FILE_NAME = Pattern.compile("filename=\"?([^\";]+)");

    private final ExecutorService calls;

    Dossiers(ExecutorService calls) {
        this.calls = calls;
    }

    @Override
    public void handle(Context context) throws Exception {
        Lang lang = Service.language(context);
        String year = context.queryParamAsClass("year", String.class).getOrDefault(YEAR);
        if (!year.matches("[0-9]{4}")) {
            context.header("Connection", "close");
            new Problem(400, "call", "year is no year: four digits", "").send(context);
            return;
        }
        Path folder = Files.createTempDirectory("dossier"); // of the owner alone
        Path file = folder.resolve(name(context));
        try {
            if (context.req().getContentLengthLong() > LIMIT || !saved(context.bodyInputStream(), file)) {
                context.header("Connection", "close"); // what is left of the body is not read
                new Problem(413, "too-large", "a body has at most " + LIMIT + " bytes", "").send(context);
                return;
            }
            try (EkenDossier dossier = waited(EkenDossier.open(file, null, calls))) {
                answer(context, dossier, EkenOptions.year(Integer.parseInt(year)), lang);
            }
        } finally {
            Files.deleteIfExists(file);
            Files.delete(folder);
        }
    }

    private void answer(Context context, EkenDossier dossier, EkenOptions options, Lang lang) throws Exception {
        Findings found = waited(dossier.check(lang, null, null, null, calls));
        if (found.getErrors() > 0) {
            Problem.of(found, lang).send(context);
            return;
        }
        try (EkenAssessment standing = waited(dossier.assess(options, null, null, calls))) {
            context.contentType("application/json").result(standing.toJson(lang));
        }
    }

    /** What comes of a call; one that takes too long is given up. */
    private static <T> T waited(CompletableFuture<T> call) throws Exception {
        try {
            return call.get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException thrown) {
            if (thrown.getCause() instanceof EkenFailure failure) throw failure;
            throw thrown;
        } catch (TimeoutException late) {
            call.cancel(true);
            throw new HttpResponseException(503, "the dossier takes too long");
        }
    }

    /** Whether the body was written whole: it is not beyond the limit. */
    private static boolean saved(InputStream body, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] buffer = new byte[64 << 10];
            long total = 0;
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                total += read;
                if (total > LIMIT) return false;
                out.write(buffer, 0, read);
            }
            return true;
        }
    }

    /**
     * The name of the file, which tells kinds that look alike apart and which table a CSV file is: its last part, of signs that are
     * harmless in a path. Of a long one the end is kept, and where this system cannot write it, only the ending.
     */
    private static String name(Context context) {
        String given = context.queryParam("name");
        String header = context.header("Content-Disposition");
        Matcher named = FILE_NAME.matcher(header == null ? "" : header);
        if (given == null && named.find()) given = named.group(1);
        String last = given == null ? "" : given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        String harmless = last.replaceAll("[^\\p{L}\\p{N}._ -]|[^\\x{0}-\\x{ffff}]", "_").replaceAll("^\\.+", "_");
        String end = harmless.substring(Math.max(harmless.length() - 60, 0));
        if (end.isBlank()) return "dossier";
        try {
            return Path.of(end).toString();
        } catch (InvalidPathException unwritable) {
            Matcher ending = ENDING.matcher(end);
            return "dossier" + (ending.find() ? ending.group() : "");
        }
    }
}
