package dsqlsim.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimerLaneTest {
    private final List<Integer> log = new ArrayList<>();
    private final Simulation simulation = new Simulation(42);
    private final TimerLane lane = new TimerLane(simulation, 100);

    private RecordedEvent event(int number) {
        return new RecordedEvent(number, log);
    }

    @Test
    void firesEachTimerItsLengthAfterTheStart() {
        lane.start(event(1));
        simulation.runUntil(30);
        lane.start(event(2));
        simulation.runUntil(99);
        assertThat(log).isEmpty();
        simulation.runUntil(100);
        assertThat(log).containsExactly(1);
        simulation.runUntil(130);
        assertThat(log).containsExactly(1, 2);
        assertThat(simulation.pendingCount()).isZero();
        assertThat(simulation.fired()).isEqualTo(2);
    }

    @Test
    void timersAndEventsOfOneInstantFireInTheOrderTheyWereScheduled() {
        simulation.at(100, event(1));
        lane.start(event(2));
        simulation.at(100, event(3));
        lane.start(event(4));
        simulation.at(100, event(5));
        simulation.runUntil(100);
        assertThat(log).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void cancelsAnywhereAndThroughTheSimulationToo() {
        List<RecordedEvent> events = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            events.add(event(i));
            lane.start(events.get(i));
        }
        lane.cancel(events.get(0));
        simulation.cancel(events.get(3));
        lane.cancel(events.get(5));
        lane.cancel(events.get(5));
        assertThat(simulation.pendingCount()).isEqualTo(3);
        simulation.at(100, event(9));
        simulation.runUntil(200);
        assertThat(log).containsExactly(1, 2, 4, 9);
    }

    @Test
    void aCancelledTimerMayBeStartedAgain() {
        RecordedEvent event = event(1);
        lane.start(event);
        simulation.runUntil(50);
        lane.cancel(event);
        lane.start(event);
        assertThat(event.pending()).isTrue();
        simulation.runUntil(149);
        assertThat(log).isEmpty();
        simulation.runUntil(150);
        assertThat(log).containsExactly(1);
    }

    @Test
    void isTheSameRunAsWithPlainEvents() {
        Simulation plain = new Simulation(42);
        for (int i = 0; i < 1000; i++) {
            RecordedEvent timer = event(i);
            RecordedEvent twin = event(i);
            lane.start(timer);
            plain.after(100, twin);
            simulation.runUntil(7L * i);
            plain.runUntil(7L * i);
            if (i % 3 != 0) {
                simulation.cancel(timer);
                plain.cancel(twin);
            }
        }
        assertThat(simulation.fingerprint()).isEqualTo(plain.fingerprint());
        assertThat(simulation.fired()).isEqualTo(plain.fired()).isPositive();
    }

    @Test
    void refusesTimersThatDoNotLast() {
        assertThatThrownBy(() -> new TimerLane(simulation, 0)).isInstanceOf(AssertionError.class);
    }
}
