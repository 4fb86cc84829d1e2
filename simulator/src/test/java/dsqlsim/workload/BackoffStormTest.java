package dsqlsim.workload;

import static dsqlsim.workload.Laboratory.MS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dsqlsim.kernel.Distribution;
import dsqlsim.kernel.Event;
import dsqlsim.kernel.Randomness;
import dsqlsim.kernel.Simulation;
import dsqlsim.workload.RetrySpec.Exponential;
import dsqlsim.workload.RetrySpec.Jitter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A hundred clients who read one row and write it if nobody has meanwhile, against the statistics of the program behind the
 * AWS Architecture Blog's "Exponential Backoff And Jitter" (2015), 400 trials: mean and standard deviation of the writes
 * that were tried and of the time, in milliseconds, until all had succeeded.
 */
class BackoffStormTest {
    private static final int CLIENTS = 100;
    private static final int TRIALS = 100;
    private static final Distribution HOP = Distribution.absNormal(10 * MS, 2 * MS);

    @ParameterizedTest
    @CsvSource({
        "NONE, 1858.12, 55.27, 63682.1, 3666.3",
        "DECORRELATED, 1001.38, 28.43, 4624.5, 638.8",
        "EQUAL, 811.37, 7.92, 6560.7, 638.8",
        "FULL, 796.05, 6.98, 4861.2, 528.2",
        ", 2422.74, 32.38, 2028.1, 45.2"
    })
    void agreesWithThePublishedProgram(Jitter jitter, double calls, double callsSd, double time, double timeSd) {
        Backoff backoff = new Backoff(
                jitter == null ? new RetrySpec.Delay(Distribution.ZERO) : new Exponential(5 * MS, 2000 * MS, jitter));
        double callsSum = 0;
        double timeSum = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            Storm storm = new Storm(backoff, trial);
            storm.simulation.runUntil(Simulation.LAST_NANOS);
            callsSum += storm.calls;
            timeSum += storm.doneAt / (double) MS;
        }
        double errors = 4 * Math.sqrt(1.0 / 400 + 1.0 / TRIALS);
        assertThat(callsSum / TRIALS).isCloseTo(calls, within(errors * callsSd));
        assertThat(timeSum / TRIALS).isCloseTo(time, within(errors * timeSd));
    }

    private static final class Storm {
        private final Simulation simulation;
        private final Backoff backoff;
        private int version;
        private int calls;
        private long doneAt;

        Storm(Backoff backoff, int seed) {
            this.backoff = backoff;
            this.simulation = new Simulation(seed);
            for (int i = 0; i < CLIENTS; i++) {
                new Contender(Randomness.key(seed, i)).hop(0);
            }
        }

        /** One client: read, write, and again after the pause; each way to the row and back is a hop. */
        private final class Contender extends Event {
            private final long key;
            private int hops;
            private int attempt;
            private long pause;
            private int seen;

            Contender(long key) {
                this.key = key;
            }

            private void hop(long after) {
                simulation.after(after + HOP.sample(Randomness.key(key, hops)), this);
            }

            @Override
            protected void fire() {
                switch (hops++ % 4) {
                    case 0 -> seen = version;
                    case 2 -> write();
                    case 3 -> pause();
                    default -> {}
                }
                if (seen >= 0) {
                    hop(hops % 4 == 0 ? pause : 0);
                }
            }

            private void write() {
                calls++;
                if (seen == version) {
                    version++;
                    seen = -1;
                    doneAt = simulation.now() + HOP.median();
                }
            }

            private void pause() {
                attempt++;
                pause = backoff.nanos(attempt, pause, Randomness.key(key, -attempt));
            }

            @Override
            protected int kind() {
                return 1;
            }
        }
    }
}
