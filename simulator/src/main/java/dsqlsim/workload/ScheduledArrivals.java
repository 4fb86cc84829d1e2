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
    private final ArrivalsSpec.Schedule schedule;
    private final long copiesKey;
    private double factor = 1;
    private int next;

    ScheduledArrivals(Simulation simulation, long workloadKey, ArrivalsSpec.Schedule spec, Sink sink) {
        this.simulation = simulation;
        this.sink = sink;
        this.schedule = spec;
        this.copiesKey = Randomness.key(workloadKey, "copies");
    }

    /** The number of the transaction of a serial number. */
    static int number(long serial) {
        return (int) (serial & (1L << COPY_SHIFT) - 1);
    }

    @Override
    public void start() {
        List<ArrivalsSpec.Scheduled> all = schedule.transactions();
        if (next < all.size()) {
            simulation.at(Math.max(simulation.now(), all.get(next).atNanos()), this);
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
        int number = schedule.number(next++);
        start();
        double chance = Randomness.uniform(Randomness.key(copiesKey, number));
        long copies = (long) Math.floor(factor) + (chance < factor - Math.floor(factor) ? 1 : 0);
        for (long copy = 0; copy < copies; copy++) {
            sink.offer(copy << COPY_SHIFT | number, null);
        }
    }

    @Override
    protected int kind() {
        return EventKinds.ARRIVAL;
    }
}
