package county;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import eken.Lang;
import eken.java.Eken;
import eken.java.EkenFailure;
import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;

/** A county system that accepts or refuses dossiers. */
public final class Service {
    private Service() {}

    /** The service, not yet started. Its calls of eken run on so many threads; more requests wait. */
    public static Javalin create(int threads) {
        ExecutorService calls = Executors.newFixedThreadPool(threads, work -> {
            Thread thread = new Thread(work, "eken");
            thread.setDaemon(true);
            return thread;
        });
        return Javalin.create(config -> config.showJavalinBanner = false)
            .post("/dossiers", new Dossiers(calls))
            .get("/schema/{name}", Service::schema)
            .exception(EkenFailure.class, (failure, context) -> Problem.of(failure, language(context)).send(context))
            .exception(HttpResponseException.class, (refused, context) ->
                new Problem(refused.getStatus(), "request", refused.getMessage(), "").send(context))
            .error(404, context -> {
                if (context.contentType() == null || !context.contentType().startsWith(Problem.TYPE)) {
                    new Problem(404, "request", "there is nothing at this address", "").send(context);
                }
            });
    }

    /** The language that a request asks for: Chinese, or English where it says {@code lang=en}. */
    static Lang language(Context context) {
        return "en".equals(context.queryParam("lang")) ? Lang.EN : Lang.ZH;
    }

    private static void schema(Context context) throws EkenFailure {
        try {
            context.contentType("application/schema+json").result(Eken.schema(context.pathParam("name")));
        } catch (EkenFailure unknown) {
            if (unknown.kind() != EkenFailure.Kind.CALL) throw unknown;
            Problem.of(unknown, language(context), 404).send(context);
        }
    }

    /** Starts it on port 7070, or on the one given. */
    public static void main(String[] arguments) {
        create(Runtime.getRuntime().availableProcessors()).start(arguments.length == 0 ? 7070 : Integer.parseInt(arguments[0]));
    }
}
