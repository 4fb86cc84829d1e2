package dsqlsim.bench;

import dsqlsim.kernel.Distribution;
import dsqlsim.kernel.Randomness;
import java.util.PriorityQueue;

/** The same model on a {@link PriorityQueue} of fresh objects, as one would write it first. */
final class PriorityQueuePhold {
    private record Visit(long time, long sequence, int process) implements Comparable<Visit> {
        @Override
        public int compareTo(Visit other) {
            return time != other.time ? Long.compare(time, other.time) : Long.compare(sequence, other.sequence);
        }
    }

    private final PriorityQueue<Visit> queue = new PriorityQueue<>();
    private final Distribution delay = Distribution.exponential(PholdModel.MEAN_NANOS);
    private final int[] visits = new int[PholdModel.PROCESSES];
    private long draws;

    PriorityQueuePhold(int inFlight) {
        for (int i = 0; i < inFlight; i++) {
            schedule(0);
        }
    }

    long run(long events) {
        for (long i = 0; i < events; i++) {
            Visit visit = queue.remove();
            visits[visit.process]++;
            schedule(visit.time);
        }
        return events;
    }

    private void schedule(long now) {
        long bits = Randomness.key(42, draws);
        long time = now + PholdModel.LOOKAHEAD_NANOS + delay.sample(bits);
        queue.add(new Visit(time, draws++, (int) bits & (PholdModel.PROCESSES - 1)));
    }
}
