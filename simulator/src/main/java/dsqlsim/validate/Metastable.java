package dsqlsim.validate;

import dsqlsim.kernel.Distribution;
import dsqlsim.kernel.Event;
import dsqlsim.kernel.Simulation;
import dsqlsim.kernel.Station;
import java.util.Map;

/**
 * A server that does all that it is asked in turn, and clients who stop waiting after a timeout and ask once more. For a while requests
 * are held up and then come all at once. In seconds and per second.
 */
final class Metastable implements Bench {
    private static final long SECOND = 1_000_000_000L;

    @Override
    public Map<String, Double> measure(Parameters with, long seed, int n) {
        double recovery = 0;
        double goodput = 0;
        double offered = 0;
        for (int run = 0; run < n; run++) {
            Storm storm = new Storm(with, seed + run);
            storm.simulation.runUntil(storm.end);
            recovery += (storm.recoveredAt() - storm.heldUntil) / (double) SECOND;
            goodput += storm.lateGood / 40.0;
            offered += storm.lateOffered / 40.0;
        }
        return Map.of("recovery", recovery / n, "goodput", goodput / n, "offered", offered / n);
    }

    private static final class Storm {
        private final Simulation simulation;
        private final Station server = new Station(1);
        private final Distribution gaps;
        private final long service;
        private final long timeout;
        private final Stream draws;
        private final long heldFrom = 50 * SECOND;
        private final long heldUntil = 60 * SECOND;
        private final long end = 500 * SECOND;
        /** The last time a first try was asked whose answer came too late. */
        private long lateAskedAt = heldUntil;

        private long lateGood;
        private long lateOffered;

        Storm(Parameters with, long seed) {
            simulation = new Simulation(seed);
            gaps = Distribution.exponential(1e9 / with.number("rate"));
            service = (long) (1e9 / with.number("capacity"));
            timeout = (long) (1e9 * with.number("timeout"));
            draws = new Stream(seed, "arrivals");
            simulation.after(draws.nanos(gaps), new Arrival());
        }

        /** Everything asked after this was answered in time. */
        private long recoveredAt() {
            return lateAskedAt;
        }

        /** Asks the server now, or when it is no longer held up; whether the answer comes in time. */
        private boolean ask(long askedAt) {
            long answered = server.admit(simulation.now(), service);
            boolean inTime = answered - askedAt <= timeout;
            boolean late = askedAt >= end - 40 * SECOND;
            lateOffered += late ? 1 : 0;
            lateGood += late && inTime ? 1 : 0;
            lateAskedAt = inTime ? lateAskedAt : Math.max(lateAskedAt, askedAt);
            return inTime;
        }

        private void request(long askedAt, boolean first) {
            long now = simulation.now();
            boolean held = now >= heldFrom && now < heldUntil;
            if (held) {
                simulation.at(heldUntil, new Delivery(askedAt));
                if (first) {
                    simulation.at(askedAt + timeout, new Retry());
                }
            } else if (!ask(askedAt) && first) {
                simulation.at(askedAt + timeout, new Retry());
            }
        }

        /** A new request. */
        private final class Arrival extends Event {
            @Override
            protected void fire() {
                request(simulation.now(), true);
                simulation.after(draws.nanos(gaps), this);
            }

            @Override
            protected int kind() {
                return 1;
            }
        }

        /** The second try of one that had no answer in time. */
        private final class Retry extends Event {
            @Override
            protected void fire() {
                request(simulation.now(), false);
            }

            @Override
            protected int kind() {
                return 2;
            }
        }

        /** A request that was held up reaches the server. */
        private final class Delivery extends Event {
            private final long askedAt;

            Delivery(long askedAt) {
                this.askedAt = askedAt;
            }

            @Override
            protected void fire() {
                ask(askedAt);
            }

            @Override
            protected int kind() {
                return 3;
            }
        }
    }
}
