package dsqlsim.run;

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

/** Independent tasks on several threads, whose answers come in the order of their numbers: the threads never show. */
public final class Parallel {
    private Parallel() {}

    /**
     * The answers of tasks 0 to {@code count - 1}. What a task throws is thrown here, of the lowest number if there are several.
     *
     * @param progress is told the share that is done, by several threads; null for nobody
     */
    public static <T> List<T> map(int count, int threads, IntFunction<T> task, DoubleConsumer progress)
            throws InterruptedException {
        if (count == 0) {
            return List.of();
        }
        ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, Math.min(threads, count)), Parallel::daemon);
        try {
            AtomicInteger done = new AtomicInteger();
            List<Future<T>> all = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int number = i;
                Callable<T> call = () -> {
                    T answer = task.apply(number);
                    int finished = done.incrementAndGet();
                    if (progress != null) {
                        progress.accept((double) finished / count);
                    }
                    return answer;
                };
                all.add(pool.submit(call));
            }
            List<T> answers = new ArrayList<>();
            for (Future<T> each : all) {
                answers.add(get(each));
            }
            return answers;
        } finally {
            pool.shutdownNow();
        }
    }

    private static <T> T get(Future<T> future) throws InterruptedException {
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

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "run");
        thread.setDaemon(true);
        return thread;
    }
}
