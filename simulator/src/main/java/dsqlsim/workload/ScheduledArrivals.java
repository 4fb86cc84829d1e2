package dsqlsim.workload;

import dsqlsim.kernel.Event;
import dsqlsim.kernel.Randomness;
import dsqlsim.kernel.Simulation;
import java.util.List;

/** The transactions of a schedule. A load factor offers each so many times; what is left of a whole number is a chance. */
final class ScheduledArrivals extends Event implements Arrivals {
    private static final int COPY_SHIFT = 20;

    private final Simulation simulation;
    private final Sink sink;
    private final List<ArrivalsSpec.Scheduled> transactions;
    private final long copiesKey;
    private double factor = 1;
    private int next;

    ScheduledArrivals(Simulation simulation, long workloadKey, ArrivalsSpec.Schedule spec, Sink sink) {
        this.simulation = simulation;
        this.sink = sink;
        this.transactions = spec.transactions();
        this.copiesKey = Randomness.key(workloadKey, "copies");
    }

    /** The place in the schedule of the transaction of a serial number. */
    static int index(long serial) {
        return (int) (serial & (1L << COPY_SHIFT) - 1);
    }

    @Override
    public void start() {
        if (next < transactions.size()) {
            simulation.at(Math.max(simulation.now(), transactions.get(next).atNanos()), this);
        }
    }

    @Override
    public void scale(double newFactor) {
        factor = newFactor;
    }

    @Override
    public void stop() {
        simulation.cancel(this);
    }

    @Override
    protected void fire() {
        int due = next++;
        start();
        double chance = Randomness.uniform(Randomness.key(copiesKey, due));
        long copies = (long) Math.floor(factor) + (chance < factor - Math.floor(factor) ? 1 : 0);
        for (long copy = 0; copy < copies; copy++) {
            sink.offer(copy << COPY_SHIFT | due, null);
        }
    }

    @Override
    protected int kind() {
        return EventKinds.ARRIVAL;
    }
}
