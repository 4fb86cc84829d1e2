package dsqlsim.run;

import dsqlsim.kernel.EventListener;
import dsqlsim.report.ResultJson;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/** Runs something twice, at once, and finds the first event in which the two differ. */
public final class Verification {
    private final Trial trial;
    private final Difference difference;

    private Verification(Trial trial, Difference difference) {
        this.trial = trial;
        this.difference = difference;
    }

    /** Each is given the listener that its run is to tell of every event. */
    public static Verification of(Function<EventListener, Trial> first, Function<EventListener, Trial> second) {
        Lockstep lockstep = new Lockstep();
        Lockstep.Follower follower = lockstep.new Follower();
        CompletableFuture<Trial> other = new CompletableFuture<>();
        Thread thread = new Thread(() -> complete(other, second, follower), "second run");
        thread.setDaemon(true);
        thread.start();
        Trial one;
        try (Lockstep.Leader leader = lockstep.new Leader()) {
            one = first.apply(leader);
        }
        return new Verification(one, difference(follower, one, get(other)));
    }

    private static void complete(
            CompletableFuture<Trial> future, Function<EventListener, Trial> run, Lockstep.Follower follower) {
        Trial trial = null;
        try (follower) {
            trial = run.apply(follower);
        } catch (RuntimeException | Error e) {
            future.completeExceptionally(e);
        }
        future.complete(trial); // Does nothing after a failure.
    }

    private static Trial get(CompletableFuture<Trial> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e;
        }
    }

    private static Difference difference(Lockstep.Follower follower, Trial one, Trial other) {
        if (follower.difference() != null) {
            return follower.difference();
        }
        boolean same = ResultJson.write(one.result()).equals(ResultJson.write(other.result()))
                && one.scalars().equals(other.scalars());
        return same ? null : Difference.ofResults();
    }

    /** What the first run gave. */
    public Trial trial() {
        return trial;
    }

    /** Where the two runs part, if they do. */
    public Optional<Difference> difference() {
        return Optional.ofNullable(difference);
    }
}
