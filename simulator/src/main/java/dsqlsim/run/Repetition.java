package dsqlsim.run;

import dsqlsim.measure.ReplicationScalars;
import dsqlsim.report.RunResult;
import dsqlsim.report.RunVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleConsumer;
import java.util.function.IntFunction;

/**
 * Independent replications of a run on all cores. They are collected in the order of their number, so the result does not
 * depend on which was done first.
 */
public final class Repetition {
    /** Finds out what a replication, by its number, gave. */
    private final IntFunction<Trial> trial;

    private final int count;
    private final DoubleConsumer progress;
    private final AtomicInteger done = new AtomicInteger();

    /** {@code progress} is told the share that is done, by several threads; null for nobody. */
    public Repetition(int count, IntFunction<Trial> trial, DoubleConsumer progress) {
        this.count = count;
        this.trial = trial;
        this.progress = progress;
    }

    /** Runs them on so many threads. What a replication throws is thrown here, of the lowest number if there are several. */
    public RunResult run(int threads) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(Math.min(threads, count), Repetition::daemon);
        try {
            return collect(start(pool));
        } finally {
            pool.shutdownNow();
        }
    }

    /** What is kept of a replication until its turn comes; the whole result of the first alone. */
    private record Kept(Trial trial, boolean violated, long seed) {}

    private List<Future<Kept>> start(ExecutorService pool) {
        List<Future<Kept>> all = new ArrayList<>();
        for (int r = 0; r < count; r++) {
            int replication = r;
            Callable<Kept> task = () -> replicate(replication);
            all.add(pool.submit(task));
        }
        return all;
    }

    private Kept replicate(int replication) {
        Trial whole = trial.apply(replication);
        RunResult result = whole.result();
        int finished = done.incrementAndGet();
        if (progress != null) {
            progress.accept((double) finished / count);
        }
        Trial kept = replication == 0 ? whole : new Trial(null, whole.scalars());
        return new Kept(
                kept, result.verdict() == RunVerdict.VIOLATED, result.run().seed());
    }

    private RunResult collect(List<Future<Kept>> all) throws InterruptedException {
        ReplicationScalars scalars = new ReplicationScalars();
        List<String> warnings = new ArrayList<>();
        RunResult first = null;
        for (int r = 0; r < count; r++) {
            Kept kept = get(all.get(r));
            scalars.add(kept.trial().scalars());
            if (r == 0) {
                first = kept.trial().result();
            } else if (kept.violated()) {
                warnings.add("replication " + r + " violated a safety check: run it alone with --seed " + kept.seed()
                        + " --set repeat=1");
            }
        }
        return withReplications(first, scalars, warnings);
    }

    private static Kept get(Future<Kept> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** A violation in any replication is one of the run. */
    private static RunResult withReplications(RunResult first, ReplicationScalars scalars, List<String> violations) {
        List<String> warnings = new ArrayList<>(first.warnings());
        warnings.addAll(violations);
        RunVerdict verdict = violations.isEmpty() ? first.verdict() : RunVerdict.VIOLATED;
        return first.with(first.run(), verdict, scalars.result(), warnings);
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "replication");
        thread.setDaemon(true);
        return thread;
    }
}
