package dsqlsim.bench;

import dsqlsim.kernel.Distribution;
import dsqlsim.kernel.Event;
import dsqlsim.kernel.Randomness;
import dsqlsim.kernel.Simulation;

/**
 * PHOLD, the usual load for event queues: a fixed number of events in flight among 1024 processes, each of which schedules one more at
 * a random process after 0.1 ms and an exponential time of mean 1 ms.
 */
final class PholdModel {
    static final int PROCESSES = 1024;
    static final long LOOKAHEAD_NANOS = 100_000;
    static final double MEAN_NANOS = 1e6;

    private final Simulation simulation = new Simulation(42);
    private final Distribution delay = Distribution.exponential(MEAN_NANOS);
    private final int[] visits = new int[PROCESSES];
    private final int inFlight;
    private long draws;

    PholdModel(int inFlight) {
        this.inFlight = inFlight;
        for (int i = 0; i < inFlight; i++) {
            new Visit().schedule();
        }
    }

    /** Goes on for about so many events, and says how many there were. */
    long run(long events) {
        long before = simulation.fired();
        double perNano = inFlight / (LOOKAHEAD_NANOS + MEAN_NANOS);
        simulation.runUntil(simulation.now() + (long) (events / perNano));
        return simulation.fired() - before;
    }

    private final class Visit extends Event {
        private int process;

        void schedule() {
            long bits = Randomness.key(42, draws++);
            process = (int) bits & (PROCESSES - 1);
            simulation.after(LOOKAHEAD_NANOS + delay.sample(bits), this);
        }

        @Override
        protected void fire() {
            visits[process]++;
            schedule();
        }

        @Override
        protected int kind() {
            return 1;
        }

        @Override
        protected int node() {
            return process;
        }
    }
}
