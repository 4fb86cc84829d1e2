package dsqlsim.validate;

import dsqlsim.kernel.Distribution;
import dsqlsim.kernel.Event;
import dsqlsim.kernel.Simulation;
import dsqlsim.workload.Backoff;
import dsqlsim.workload.RetrySpec;
import java.util.Locale;
import java.util.Map;

/**
 * Clients who read one row and write it if nobody has meanwhile, else pause as workloads do and try again: the program behind the AWS
 * Architecture Blog's "Exponential Backoff And Jitter". Times in milliseconds.
 */
final class BackoffStorm implements Bench {
    private static final long MS = 1_000_000L;
    private static final Distribution HOP = Distribution.absNormal(10 * MS, 2 * MS);

    @Override
    public Map<String, Double> measure(Parameters with, long seed, int n) {
        Backoff backoff = new Backoff(policy(with.text("jitter")));
        double calls = 0;
        double time = 0;
        for (int trial = 0; trial < n; trial++) {
            Storm storm = new Storm(backoff, with.count("clients"), seed + trial);
            storm.simulation.runUntil(Simulation.LAST_NANOS);
            calls += storm.calls;
            time += storm.doneAt / (double) MS;
        }
        return Map.of("calls", calls / n, "time", time / n);
    }

    private static RetrySpec.Backoff policy(String jitter) {
        return jitter.equals("without")
                ? new RetrySpec.Delay(Distribution.ZERO)
                : new RetrySpec.Exponential(
                        5 * MS, 2000 * MS, RetrySpec.Jitter.valueOf(jitter.toUpperCase(Locale.ROOT)));
    }

    private static final class Storm {
        private final Simulation simulation;
        private final Backoff backoff;
        private int version;
        private int calls;
        private long doneAt;

        Storm(Backoff backoff, int clients, long seed) {
            this.backoff = backoff;
            this.simulation = new Simulation(seed);
            for (int i = 0; i < clients; i++) {
                new Contender(new Stream(seed, "client-" + i)).hop(0);
            }
        }

        /** One client: each way to the row and back is a hop. */
        private final class Contender extends Event {
            private final Stream draws;
            private int hops;
            private int attempt;
            private long pause;
            private int seen;
            private boolean done;

            Contender(Stream draws) {
                this.draws = draws;
            }

            private void hop(long after) {
                simulation.after(after + draws.nanos(HOP), this);
            }

            @Override
            protected void fire() {
                switch (hops++ % 4) {
                    case 0 -> seen = version;
                    case 2 -> write();
                    case 3 -> back();
                    default -> {}
                }
                if (!done) {
                    hop(hops % 4 == 0 ? pause : 0);
                }
            }

            private void write() {
                calls++;
                if (seen == version) {
                    version++;
                    seen = -1;
                }
            }

            /** The answer to the write. */
            private void back() {
                done = seen < 0;
                if (done) {
                    doneAt = simulation.now();
                } else {
                    pause = backoff.nanos(++attempt, pause, draws.bits());
                }
            }

            @Override
            protected int kind() {
                return 1;
            }
        }
    }
}
