package dsqlsim.workload;

import dsqlsim.kernel.Distribution;
import dsqlsim.kernel.Event;
import dsqlsim.kernel.Randomness;
import dsqlsim.kernel.Simulation;
import java.util.ArrayList;
import java.util.List;

/** Clients who think, run one transaction to its end, and think again. A load factor changes how many of them there are. */
final class ClosedArrivals implements Arrivals {
    /** Serial numbers leave room for this many times the clients. */
    private static final int FACTOR_BITS = 7;

    private final Simulation simulation;
    private final Sink sink;
    private final long thinkKey;
    private final int count;
    private final Distribution think;
    private final int clientBits;
    private final List<Person> people = new ArrayList<>();
    private int active;

    ClosedArrivals(Simulation simulation, long workloadKey, ArrivalsSpec.Closed spec, Sink sink) {
        this.simulation = simulation;
        this.sink = sink;
        this.thinkKey = Randomness.key(workloadKey, "think");
        this.count = spec.count();
        this.think = spec.think();
        this.clientBits = Integer.SIZE - Integer.numberOfLeadingZeros(count) + FACTOR_BITS;
    }

    @Override
    public void start() {
        scale(1);
    }

    @Override
    public void scale(double factor) {
        long wanted = Math.round(count * factor);
        if (wanted >= 1L << clientBits) {
            throw new IllegalArgumentException("a load of " + factor + " times " + count + " clients is too much");
        }
        active = (int) wanted;
        while (people.size() < active) {
            people.add(new Person(people.size()));
        }
        for (int i = 0; i < active; i++) {
            people.get(i).resume();
        }
    }

    @Override
    public void stop() {
        active = 0;
    }

    private final class Person extends Event implements User {
        private final int index;
        private final long key;
        private long transactions;
        private boolean resting = true;

        Person(int index) {
            this.index = index;
            this.key = Randomness.key(thinkKey, index);
        }

        void resume() {
            if (resting) {
                resting = false;
                think();
            }
        }

        private void think() {
            simulation.after(think.sample(Randomness.key(key, transactions)), this);
        }

        @Override
        protected void fire() {
            if (index < active) {
                sink.offer((transactions++ << clientBits) | index, this);
            } else {
                resting = true;
            }
        }

        @Override
        public void done() {
            think();
        }

        @Override
        protected int kind() {
            return EventKinds.THINK;
        }
    }
}
