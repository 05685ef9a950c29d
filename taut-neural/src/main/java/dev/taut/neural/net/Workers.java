package dev.taut.neural.net;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A few threads, one of them the caller's, that share numbered pieces of work; who does which is left open. */
public final class Workers implements AutoCloseable {
    /** One piece of work. */
    public interface Work {
        /** Does piece {@code piece} on thread {@code worker}. */
        void run(int worker, int piece);
    }

    private final int threads;
    private final ExecutorService pool;

    public Workers(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("at least one thread is needed, not " + threads);
        }
        this.threads = threads;
        pool = Executors.newFixedThreadPool(Math.max(1, threads - 1), task -> {
            Thread thread = new Thread(task, "taut-net");
            thread.setDaemon(true);
            return thread;
        });
    }

    public int threads() {
        return threads;
    }

    /** Does all pieces, and is back when all are done; what one of them throws is thrown here. */
    public void run(int pieces, Work work) {
        int helpers = Math.min(threads, pieces) - 1;
        if (helpers < 1) {
            for (int piece = 0; piece < pieces; piece++) {
                work.run(0, piece);
            }
            return;
        }
        AtomicInteger next = new AtomicInteger();
        Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
        CountDownLatch done = new CountDownLatch(helpers);
        for (int helper = 1; helper <= helpers; helper++) {
            int worker = helper;
            pool.execute(() -> {
                take(worker, pieces, next, work, failures);
                done.countDown();
            });
        }
        take(0, pieces, next, work, failures);
        await(done);
        rethrow(failures.poll());
    }

    private static void take(int worker, int pieces, AtomicInteger next, Work work, Queue<Throwable> failures) {
        try {
            for (int piece = next.getAndIncrement(); piece < pieces; piece = next.getAndIncrement()) {
                work.run(worker, piece);
            }
        } catch (RuntimeException | Error e) {
            failures.add(e);
        }
    }

    /** Pieces are short: an interruption is kept for whoever looks next. */
    private static void await(CountDownLatch done) {
        boolean interrupted = false;
        while (true) {
            try {
                done.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void rethrow(@Nullable Throwable failure) {
        if (failure instanceof RuntimeException exception) {
            throw exception;
        }
        if (failure instanceof Error error) {
            throw error;
        }
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
