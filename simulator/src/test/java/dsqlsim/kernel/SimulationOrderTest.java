package dsqlsim.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** The order of events is that of a priority queue on (time, sequence), whatever is scheduled, cancelled and timed. */
class SimulationOrderTest {
    /** How delays are drawn: all kinds of spreads, ties, bursts, and the far future. */
    private enum Spread {
        TIES(4),
        ZERO(1),
        NARROW(200),
        MILLISECONDS(60_000_000),
        YEARS(2_000_000_000_000_000_000L),
        SKEWED(0);

        final long bound;

        Spread(long bound) {
            this.bound = bound;
        }

        long delay(long key) {
            return this == SKEWED
                    ? 1L << Randomness.below(Randomness.mix(key), 50)
                    : Randomness.below(Randomness.mix(key), bound);
        }
    }

    @Property(tries = 60)
    void firesInTheOrderOfAPriorityQueue(
            @ForAll long seed, @ForAll Spread spread, @ForAll @IntRange(min = 1, max = 1500) int population) {
        assertThat(new Play(seed, spread, population, 3000).onSimulation())
                .isEqualTo(new Play(seed, spread, population, 3000).onModel());
    }

    @Property(tries = 20)
    void firesInOrderUpToEachHorizon(@ForAll @LongRange(min = 1, max = 1000) long step, @ForAll long seed) {
        List<Integer> log = new ArrayList<>();
        Simulation simulation = new Simulation(1);
        for (int i = 0; i < 300; i++) {
            simulation.at(Randomness.below(Randomness.key(seed, i), 10_000), new RecordedEvent(i, log));
        }
        long firedBefore = 0;
        for (long horizon = 0; horizon <= 10_000; horizon += step) {
            simulation.runUntil(horizon);
            assertThat(simulation.now()).isEqualTo(horizon);
            simulation.at(horizon + Randomness.below(Randomness.key(seed, horizon), 50), new RecordedEvent(-1, log));
            assertThat(simulation.fired()).isGreaterThanOrEqualTo(firedBefore);
            firedBefore = simulation.fired();
        }
        simulation.runUntil(20_000);
        assertThat(simulation.pendingCount()).isZero();
        assertThat(log).hasSize((int) simulation.fired());
    }

    /** A population of events, each of which, when it fires, schedules, restarts or cancels some other, as its draws say. */
    private static final class Play {
        private static final long LANE_NANOS = 1_000;

        private final long seed;
        private final Spread spread;
        private final int population;
        private final int length;
        private final List<Integer> log = new ArrayList<>();
        private long draws;

        Play(long seed, Spread spread, int population, int length) {
            this.seed = seed;
            this.spread = spread;
            this.population = population;
            this.length = length;
        }

        private long draw() {
            return Randomness.key(seed, draws++);
        }

        List<Integer> onSimulation() {
            Simulation simulation = new Simulation(seed);
            TimerLane lane = new TimerLane(simulation, LANE_NANOS);
            RecordedEvent[] events = new RecordedEvent[population];
            for (int i = 0; i < population; i++) {
                events[i] = new RecordedEvent(i, log, () -> act(simulation, lane, events));
                simulation.after(spread.delay(draw()), events[i]);
            }
            simulation.runUntil(Simulation.LAST_NANOS);
            return log;
        }

        private void act(Simulation simulation, TimerLane lane, RecordedEvent[] events) {
            if (log.size() > length) {
                return;
            }
            for (int i = 0; i < 3; i++) {
                RecordedEvent event = events[(int) Randomness.below(draw(), population)];
                long choice = Randomness.below(draw(), 4);
                if (event.pending()) {
                    if (choice == 0) {
                        simulation.cancel(event);
                    }
                } else if (choice == 1) {
                    lane.start(event);
                } else {
                    simulation.after(bounded(simulation.now(), spread.delay(draw())), event);
                }
            }
        }

        private long bounded(long now, long delay) {
            return now > Simulation.LAST_NANOS / 2 ? delay % 1000 : delay;
        }

        private record Entry(long time, long sequence, int number) {}

        List<Integer> onModel() {
            PriorityQueue<Entry> queue =
                    new PriorityQueue<>(Comparator.comparingLong(Entry::time).thenComparingLong(Entry::sequence));
            Entry[] pending = new Entry[population];
            long sequence = 0;
            for (int i = 0; i < population; i++) {
                pending[i] = new Entry(spread.delay(draw()), sequence++, i);
                queue.add(pending[i]);
            }
            while (!queue.isEmpty()) {
                Entry fired = queue.remove();
                pending[fired.number] = null;
                log.add(fired.number);
                for (int i = 0; i < 3 && log.size() <= length; i++) {
                    int number = (int) Randomness.below(draw(), population);
                    long choice = Randomness.below(draw(), 4);
                    if (pending[number] != null) {
                        if (choice == 0) {
                            queue.remove(pending[number]);
                            pending[number] = null;
                        }
                    } else {
                        long delay = choice == 1 ? LANE_NANOS : bounded(fired.time, spread.delay(draw()));
                        pending[number] = new Entry(fired.time + delay, sequence++, number);
                        queue.add(pending[number]);
                    }
                }
            }
            return log;
        }
    }
}
