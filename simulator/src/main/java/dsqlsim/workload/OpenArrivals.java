package dsqlsim.workload;

import dsqlsim.kernel.Event;
import dsqlsim.kernel.Randomness;
import dsqlsim.kernel.Simulation;

/**
 * A Poisson process. Each arrival comes at a time of its own whatever the load factor is: a factor below 1 drops a share
 * of the arrivals, a factor above 1 adds a second Poisson process. So a surge leaves everybody else's times and plans alone.
 */
final class OpenArrivals implements Arrivals {
    /** Set in the serial numbers of the arrivals that a surge adds. */
    private static final long SURGE = 1L << (Ids.SERIAL_BITS - 1);

    private final Simulation simulation;
    private final Sink sink;
    private final double ratePerNano;
    private final Usual usual;
    private final Surge surge;
    private double factor = 1;

    OpenArrivals(Simulation simulation, long workloadKey, double ratePerSecond, Sink sink) {
        this.simulation = simulation;
        this.sink = sink;
        this.ratePerNano = ratePerSecond / 1e9;
        this.usual = new Usual(workloadKey);
        this.surge = new Surge(workloadKey);
    }

    @Override
    public void start() {
        usual.schedule();
    }

    @Override
    public void scale(double newFactor) {
        factor = newFactor;
        surge.setRate(ratePerNano * Math.max(0, newFactor - 1));
    }

    @Override
    public void stop() {
        simulation.cancel(usual);
        surge.setRate(0);
    }

    /** An exponential variate of mean 1. */
    private static double exponential(long bits) {
        return -StrictMath.log1p(-Randomness.uniform(bits));
    }

    private final class Usual extends Event {
        private final long gapKey;
        private final long keepKey;
        private long serial;

        Usual(long workloadKey) {
            gapKey = Randomness.key(workloadKey, "arrival");
            keepKey = Randomness.key(workloadKey, "thinning");
        }

        void schedule() {
            simulation.after(Math.round(exponential(Randomness.key(gapKey, serial)) / ratePerNano), this);
        }

        @Override
        protected void fire() {
            long arrived = serial++;
            schedule();
            if (factor >= 1 || Randomness.uniform(Randomness.key(keepKey, arrived)) < factor) {
                sink.offer(arrived, null);
            }
        }

        @Override
        protected int kind() {
            return EventKinds.ARRIVAL;
        }
    }

    /** The added process, whose rate changes: what is left of a gap shrinks or grows with the rate. */
    private final class Surge extends Event {
        private final long gapKey;
        private long serial;
        private double rate;
        /** What was left of the gap, in mean gaps, at {@link #since}. */
        private double left;

        private long since;

        Surge(long workloadKey) {
            gapKey = Randomness.key(workloadKey, "surge");
            left = exponential(Randomness.key(gapKey, 0));
        }

        void setRate(double newRate) {
            left = Math.max(0, left - (simulation.now() - since) * rate);
            rate = newRate;
            simulation.cancel(this);
            schedule();
        }

        private void schedule() {
            since = simulation.now();
            if (rate > 0) {
                simulation.after(Math.round(left / rate), this);
            }
        }

        @Override
        protected void fire() {
            long arrived = serial++;
            left = exponential(Randomness.key(gapKey, serial));
            schedule();
            sink.offer(SURGE | arrived, null);
        }

        @Override
        protected int kind() {
            return EventKinds.ARRIVAL;
        }
    }
}
