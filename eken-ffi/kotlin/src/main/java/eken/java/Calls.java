package eken.java;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

import eken.Watch;

/** Calls: what they throw becomes a failure; a long one runs elsewhere and is stopped through its future. */
final class Calls {
    private Calls() {}

    /** A call that ends at once. */
    interface Work<T> {
        T run() throws Exception;
    }

    /** A call that may take long. */
    interface Watched<T> {
        T run(Watch watch) throws Exception;
    }

    static <T> T call(Work<T> work) throws EkenFailure {
        try {
            return work.run();
        } catch (IllegalStateException closed) {
            throw closed;
        } catch (Exception thrown) { // one that Kotlin threw cannot be named: nothing declares it
            throw EkenFailure.from(thrown);
        }
    }

    static <T> CompletableFuture<T> start(Watched<T> work, Progress progress, Executor executor) {
        CompletableFuture<T> future = new CompletableFuture<>();
        executor.execute(() -> {
            if (future.isDone()) return;
            try {
                T made = call(() -> work.run((done, total) -> {
                    if (progress != null) progress.at(done, total);
                    return !future.isDone();
                }));
                if (!future.complete(made) && made instanceof AutoCloseable unwanted) unwanted.close();
            } catch (Throwable thrown) {
                future.completeExceptionally(thrown);
            }
        });
        return future;
    }
}
