package dsqlsim.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulationTest {
    private final List<Integer> log = new ArrayList<>();
    private final Simulation simulation = new Simulation(42);

    private RecordedEvent event(int number) {
        return new RecordedEvent(number, log);
    }

    @Test
    void simultaneousEventsFireInTheOrderTheyWereScheduled() {
        for (int i = 0; i < 20_000; i++) {
            simulation.at(5, event(i));
        }
        simulation.runUntil(5);
        assertThat(log).isSorted().hasSize(20_000);
    }

    @Test
    void whatIsScheduledForNowFiresAfterAllElseOfThisInstant() {
        simulation.at(5, new RecordedEvent(1, log, () -> simulation.after(0, event(3))));
        simulation.at(5, event(2));
        simulation.runUntil(5);
        assertThat(log).containsExactly(1, 2, 3);
    }

    @Test
    void aLongBurstDuringAnInstantKeepsItsOrder() {
        simulation.at(5, new RecordedEvent(0, log, () -> {
            for (int i = 2; i < 1000; i++) {
                simulation.at(5 + i, event(i));
            }
        }));
        simulation.at(5, event(1));
        simulation.at(5_000_000, event(1000));
        simulation.runUntil(10_000_000);
        assertThat(log).isSorted().hasSize(1001);
    }

    @Test
    void firesNothingAfterTheHorizon() {
        simulation.at(10, event(1));
        simulation.at(11, event(2));
        simulation.runUntil(10);
        assertThat(log).containsExactly(1);
        assertThat(simulation.now()).isEqualTo(10);
        simulation.at(10, event(3));
        simulation.runUntil(100);
        assertThat(log).containsExactly(1, 3, 2);
        assertThat(simulation.now()).isEqualTo(100);
    }

    @Test
    void stopsAfterTheEventThatAskedForIt() {
        simulation.at(10, new RecordedEvent(1, log, simulation::stop));
        simulation.at(10, event(2));
        simulation.runUntil(100);
        assertThat(log).containsExactly(1);
        assertThat(simulation.now()).isEqualTo(10);
        assertThat(simulation.pendingCount()).isEqualTo(1);
    }

    @Test
    void aCancelledEventDoesNotFireAndMayBeScheduledAgain() {
        RecordedEvent event = event(1);
        simulation.at(10, event);
        simulation.cancel(event);
        assertThat(event.pending()).isFalse();
        assertThat(simulation.pendingCount()).isZero();
        simulation.cancel(event);
        simulation.at(20, event);
        simulation.runUntil(15);
        assertThat(log).isEmpty();
        simulation.runUntil(20);
        assertThat(log).containsExactly(1);
        assertThat(simulation.fired()).isEqualTo(1);
    }

    @Test
    void refusesThePastTheEndOfTimeAndWhatIsPending() {
        simulation.runUntil(10);
        RecordedEvent event = event(1);
        assertThatThrownBy(() -> simulation.at(9, event)).hasMessage("an event was scheduled 1 ns in the past");
        assertThatThrownBy(() -> simulation.after(Long.MAX_VALUE, event)).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> simulation.at(Long.MAX_VALUE, event)).isInstanceOf(AssertionError.class);
        simulation.at(11, event);
        assertThatThrownBy(() -> simulation.at(12, event)).hasMessage("an event was scheduled twice");
    }

    @Test
    void reachesTheEndOfTime() {
        simulation.at(Simulation.LAST_NANOS, event(3));
        simulation.at(0, event(1));
        simulation.at(Simulation.LAST_NANOS - 1, event(2));
        simulation.runUntil(Simulation.LAST_NANOS);
        assertThat(log).containsExactly(1, 2, 3);
    }

    @Test
    void aFailureSaysWhichEventFailed() {
        simulation.at(3, event(1));
        simulation.at(10, new RecordedEvent(5, log, () -> {
            throw new IllegalStateException("broken");
        }));
        assertThatThrownBy(() -> simulation.runUntil(20))
                .isInstanceOfSatisfying(SimulationFailure.class, failure -> {
                    assertThat(failure.seed()).isEqualTo(42);
                    assertThat(failure.number()).isEqualTo(2);
                    assertThat(failure.timeNanos()).isEqualTo(10);
                    assertThat(failure.kind()).isEqualTo(7);
                    assertThat(failure.node()).isEqualTo(5);
                })
                .hasMessageContaining("event 2 (kind 7, node 5, at 10 ns, seed 42) failed")
                .hasRootCauseMessage("broken");
    }

    @Test
    void tellsAListenerOfEveryEvent() {
        List<String> heard = new ArrayList<>();
        simulation.onEvent((number, time, kind, node) -> heard.add(number + " " + time + " " + kind + " " + node));
        simulation.at(3, event(1));
        simulation.at(10, event(2));
        simulation.runUntil(20);
        assertThat(heard).containsExactly("1 3 7 1", "2 10 7 2");
    }

    @Test
    void theFingerprintCoversTimeKindAndNode() {
        simulation.at(3, event(1));
        simulation.at(10, event(2));
        simulation.runUntil(20);
        long expected = 0;
        for (int i = 1; i <= 2; i++) {
            expected = Randomness.mix(expected ^ (i == 1 ? 3 : 10) ^ (7L << 48) ^ ((long) i << 32));
        }
        assertThat(simulation.fingerprint()).isEqualTo(expected);
    }
}
