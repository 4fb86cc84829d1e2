package dsqlsim.world;

import dsqlsim.kernel.Simulation;

/**
 * A node's clock as ClockBound shows it: an interval that contains true time unless a fault makes it lie, and a status. The true
 * offset and the bound are functions of true time between faults, so reading a clock costs no event.
 *
 * <p>Source: ClockBound's arithmetic (facts K-7): while no synchronisation comes, the bound grows by the drift bound.
 */
public final class Clock {
    /** ClockBound's states. */
    public enum Status {
        UNKNOWN,
        SYNCHRONIZED,
        FREE_RUNNING,
        DISRUPTED
    }

    /** What a clock is when no fault bends it; durations in nanoseconds, drifts in parts per million. */
    public record Setting(
            long offset,
            long bound,
            double driftPpm,
            double driftBoundPpm,
            long syncInterval,
            long freeRunningAfter,
            long voidAfter,
            long sawtoothGrowthPerSecond,
            long sawtoothEvery) {}

    private final Setting setting;
    private final long phase;
    private Simulation simulation;
    private int lostHolds;
    private int disruptHolds;
    private long frozenSync;
    private long stepOffset;
    private long stepAt = Long.MIN_VALUE;
    private long lie;
    private double extraDriftPpm;
    private long extraDriftFrom;
    private long extraDriftOffset;

    /** {@code phase} is when in its interval this clock synchronises, in nanoseconds from 0 to the interval. */
    public Clock(Setting setting, long phase) {
        this.setting = setting;
        this.phase = phase;
    }

    /** Gives it the time that it shows. */
    public void attach(Simulation to) {
        simulation = to;
    }

    /** The lower edge of the interval, in nanoseconds. */
    public long earliest() {
        long now = simulation.now();
        long sync = lastSync(now);
        return now + offset(now, sync) - bound(now, sync);
    }

    /** The upper edge of the interval, in nanoseconds. */
    public long latest() {
        long now = simulation.now();
        long sync = lastSync(now);
        return now + offset(now, sync) + bound(now, sync);
    }

    /** Half the width of the interval, in nanoseconds. */
    public long bound() {
        long now = simulation.now();
        return bound(now, lastSync(now));
    }

    /** By how much true time lies outside the interval, in nanoseconds; 0 while the bound is honest. */
    public long error() {
        long now = simulation.now();
        long sync = lastSync(now);
        return Math.max(0, Math.abs(offset(now, sync)) - bound(now, sync));
    }

    /** The first delay after which {@link #earliest} may exceed a time; ask again then, for the bound may have grown. */
    public long untilEarliestExceeds(long time) {
        return Math.max(0, time - earliest() + 1);
    }

    public Status status() {
        if (disruptHolds > 0) {
            return Status.DISRUPTED;
        }
        if (lostHolds == 0) {
            return Status.SYNCHRONIZED;
        }
        long age = simulation.now() - frozenSync;
        if (age > setting.voidAfter) {
            return Status.UNKNOWN;
        }
        return age >= setting.freeRunningAfter ? Status.FREE_RUNNING : Status.SYNCHRONIZED;
    }

    /** Whether the bound may be acted upon. */
    public boolean usable() {
        if (lostHolds == 0 && disruptHolds == 0) {
            return true;
        }
        Status status = status();
        return status == Status.SYNCHRONIZED || status == Status.FREE_RUNNING;
    }

    private long lastSync(long now) {
        if (lostHolds > 0) {
            return frozenSync;
        }
        if (setting.syncInterval <= 0 || setting.syncInterval == Long.MAX_VALUE) {
            return 0;
        }
        long since = now - phase;
        return since < 0 ? phase - setting.syncInterval : now - since % setting.syncInterval;
    }

    private long offset(long now, long sync) {
        long offset = setting.offset + lie;
        if (stepAt > sync) {
            offset += stepOffset;
        }
        if (setting.driftPpm != 0) {
            offset += grown(now - sync, setting.driftPpm * 1e-6);
        }
        if (extraDriftPpm != 0) {
            offset += grown(now - Math.max(sync, extraDriftFrom), extraDriftPpm * 1e-6);
        }
        return sync < extraDriftFrom ? offset + extraDriftOffset : offset;
    }

    private long bound(long now, long sync) {
        long bound = setting.bound;
        if (setting.driftBoundPpm != 0) {
            bound += grown(now - sync, setting.driftBoundPpm * 1e-6);
        }
        if (stepAt > sync) {
            bound += Math.abs(stepOffset);
        }
        if (setting.sawtoothEvery > 0) {
            bound += grown(now % setting.sawtoothEvery, setting.sawtoothGrowthPerSecond * 1e-9);
        }
        return bound;
    }

    /** A rate times a time, to the nearest nanosecond: a millionth is no exact number, and must not cost one. */
    private static long grown(long nanos, double rate) {
        return Math.round(nanos * rate);
    }

    // ---- what faults do

    /** Synchronisation stops: the bound grows until it comes back. */
    public void loseSync() {
        long sync = lastSync(simulation.now());
        if (lostHolds++ == 0) {
            frozenSync = sync;
        }
    }

    /** It is as if it had never been lost: what drifts of before have left is corrected with all else. */
    public void regainSync() {
        if (--lostHolds == 0 && lastSync(simulation.now()) != frozenSync) {
            extraDriftOffset = 0;
        }
    }

    /** The clock is disturbed (a live migration): its bound means nothing until it is undisturbed. */
    public void disrupt() {
        disruptHolds++;
    }

    public void undisrupt() {
        disruptHolds--;
    }

    /** Jumps; an honest bound grows by as much until the next synchronisation. */
    public void step(long nanos) {
        long now = simulation.now();
        stepOffset = stepAt > lastSync(now) ? stepOffset + nanos : nanos;
        stepAt = now;
    }

    /** Moves without the bound knowing: true time may lie outside. Lies add up. */
    public void lie(long nanos) {
        lie += nanos;
    }

    /** Runs faster or slower from now on, beside its usual drift. */
    public void drift(double ppm) {
        long now = simulation.now();
        long sync = lastSync(now);
        extraDriftOffset = (sync < extraDriftFrom ? extraDriftOffset : 0)
                + grown(now - Math.max(sync, extraDriftFrom), extraDriftPpm * 1e-6);
        extraDriftPpm += ppm;
        extraDriftFrom = now;
    }
}
