package dsqlsim.measure;

import java.util.ArrayList;
import java.util.List;

/**
 * One series of operations (a region's writes, say) and its recovery from each injection, in one pass over the operations in
 * the order of their start.
 *
 * <p>An operation is good when it succeeds within 5 times the median of {@code before}, at least that median + 5 ms. The two
 * windows slide with the operation they begin with; what is kept reaches from there to now. Nothing is kept while no fault is
 * being followed.
 */
final class RecoverySeries {
    private static final long WINDOW_NANOS = 100_000_000L;
    private static final long HOLD_NANOS = 1_000_000_000L;
    private static final long SLACK_NANOS = 5_000_000L;

    /** Told of every injection once it is known when, or that, service recovered. */
    interface Listener {
        void recovered(RecoverySeries series, RecoveryTracker tracker);
    }

    final int place;
    final String operation;
    private final long patienceNanos;
    private final int fewest;
    private final Listener listener;
    private final Baseline baseline = new Baseline();
    private final OperationLog log = new OperationLog();
    private final List<RecoveryTracker> active = new ArrayList<>();

    private boolean following;
    private long goodWithinNanos;
    private SlidingWindow window;
    private SlidingWindow hold;
    private long anchor;
    private long settled;

    /** {@code patienceNanos}: operations that are reported only when they end do so at most that late. */
    RecoverySeries(int place, String operation, long patienceNanos, Listener listener) {
        this(place, operation, patienceNanos, 1, listener);
    }

    /** {@code fewest}: of fewer operations in phase {@code before} nothing can be judged. */
    RecoverySeries(int place, String operation, long patienceNanos, int fewest, Listener listener) {
        this.place = place;
        this.operation = operation;
        this.patienceNanos = patienceNanos;
        this.fewest = fewest;
        this.listener = listener;
    }

    /** Whether there is something to judge recovery by. */
    boolean known() {
        return following && !baseline.empty() && baseline.started() >= fewest;
    }

    /** Whether an operation of this kind was ever seen. */
    boolean used() {
        return !baseline.empty() || log.next() > 0;
    }

    long goodWithinNanos() {
        return goodWithinNanos;
    }

    /** An operation of phase {@code before} began. */
    void startedBefore(long start) {
        baseline.started(start);
    }

    /** An operation of phase {@code before} ended in it. */
    void endedBefore(long nanos) {
        baseline.ended(nanos);
    }

    void injected(int fault, long now) {
        if (!following) {
            follow();
        }
        advance(now);
        active.forEach(tracker -> tracker.limit(now));
        if (known()) {
            active.add(new RecoveryTracker(fault, now));
        }
    }

    void healed(int fault, long now) {
        advance(now);
        for (RecoveryTracker tracker : active) {
            if (tracker.fault == fault) {
                tracker.limit(now);
            }
        }
    }

    /** An operation begins now; answers the number by which its end is told, or -1 when nothing is followed. */
    long begin(long now) {
        if (!following) {
            return -1;
        }
        advance(now);
        return log.add(now, OperationLog.PENDING);
    }

    void end(long number, long start, long now, boolean succeeded) {
        if (number >= 0) {
            log.set(number, state(start, now, succeeded));
            advance(now);
        }
    }

    /** For operations that are reported only when they have ended. */
    void whole(long start, long now, boolean succeeded) {
        if (following) {
            boolean inPatience = start >= now - patienceNanos;
            log.insert(
                    inPatience ? start : now - patienceNanos,
                    inPatience ? state(start, now, succeeded) : OperationLog.BAD);
            advance(now);
        }
    }

    /** The end of the run: who has not recovered by now has not. */
    void finish(long end) {
        if (!known()) {
            return;
        }
        for (long number = log.first(); number < log.next(); number++) {
            if (log.state(number) == OperationLog.PENDING) {
                boolean late = end > log.start(number) + goodWithinNanos;
                log.set(number, late ? OperationLog.BAD : OperationLog.LEFT_OUT);
            }
        }
        settled = log.next();
        judge(end, 0);
        for (RecoveryTracker tracker : List.copyOf(active)) {
            tracker.finish();
            listener.recovered(this, tracker);
        }
        active.clear();
    }

    /** How many operations are kept. */
    long kept() {
        return log.next() - log.first();
    }

    private void follow() {
        following = true;
        if (!baseline.empty()) {
            long median = baseline.medianNanos();
            goodWithinNanos = Math.max(5 * median, median + SLACK_NANOS);
        }
        long windowNanos = Math.max(WINDOW_NANOS, 10 * baseline.meanGapNanos());
        window = new SlidingWindow(log, windowNanos);
        hold = new SlidingWindow(log, Math.max(HOLD_NANOS, windowNanos));
    }

    private byte state(long start, long now, boolean succeeded) {
        return succeeded && now - start <= goodWithinNanos ? OperationLog.GOOD : OperationLog.BAD;
    }

    private void advance(long now) {
        if (!following) {
            return;
        }
        settle(now);
        judge(now, patienceNanos);
        if (active.isEmpty()) {
            forget(firstFrom(now));
        }
    }

    /** Moves past what is decided: ended, or open for so long that it can't be good any more. */
    private void settle(long now) {
        while (settled < log.next()) {
            if (log.state(settled) == OperationLog.PENDING) {
                if (now <= log.start(settled) + goodWithinNanos) {
                    return;
                }
                log.set(settled, OperationLog.BAD);
            }
            settled++;
        }
    }

    /** Nobody is followed: all that began until now is of no interest to an injection from now on. */
    private long firstFrom(long now) {
        long keep = log.next();
        while (keep > log.first() && log.start(keep - 1) >= now) {
            keep--;
        }
        return keep;
    }

    private void forget(long before) {
        log.drop(before);
        anchor = before;
        settled = Math.max(settled, before);
        window.restart(before);
        hold.restart(before);
    }

    /** Judges every operation, and every injection, whose windows are over and decided. */
    private void judge(long now, long patience) {
        while (!active.isEmpty()) {
            RecoveryTracker injected = firstInjected();
            long start = anchor < log.next() ? log.start(anchor) : Long.MAX_VALUE;
            long at = injected == null ? start : Math.min(start, injected.injectedAt);
            if (at == Long.MAX_VALUE || now - patience < at + hold.nanos() || !settledUntil(at + hold.nanos())) {
                return;
            }
            window.reach(at);
            hold.reach(at);
            if (injected != null && injected.injectedAt <= start) {
                injected.injection(window.good() && hold.good());
            } else {
                operation(start);
            }
        }
    }

    private void operation(long start) {
        boolean recovered = log.state(anchor) == OperationLog.GOOD && window.good() && hold.good();
        boolean anyDone = false;
        for (RecoveryTracker tracker : active) {
            if (start >= tracker.injectedAt) {
                tracker.operation(start, recovered, hold.good(), start + hold.nanos());
                anyDone |= tracker.done();
            }
        }
        window.leave(anchor);
        hold.leave(anchor);
        log.drop(++anchor);
        if (anyDone) {
            reportDone();
        }
    }

    private void reportDone() {
        for (RecoveryTracker tracker : List.copyOf(active)) {
            if (tracker.done()) {
                active.remove(tracker);
                listener.recovered(this, tracker);
            }
        }
    }

    private boolean settledUntil(long time) {
        return settled == log.next() || log.start(settled) >= time;
    }

    private RecoveryTracker firstInjected() {
        for (RecoveryTracker tracker : active) {
            if (tracker.atInjection()) {
                return tracker;
            }
        }
        return null;
    }
}
