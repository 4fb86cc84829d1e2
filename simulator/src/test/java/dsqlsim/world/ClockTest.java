package dsqlsim.world;

import static org.assertj.core.api.Assertions.assertThat;

import dsqlsim.kernel.Simulation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockTest {
    private static final long US = 1_000L;
    private static final long MS = 1_000_000L;
    private static final long SECOND = 1_000_000_000L;

    private final Simulation simulation = new Simulation(1);

    private Clock clock(Clock.Setting setting) {
        Clock clock = new Clock(setting, 0);
        clock.attach(simulation);
        return clock;
    }

    /** Bound 10 us, drift bound 1 ppm (1000 ppb), free-running after 5 s, void after 1000 s. */
    private static Clock.Setting clockBound(double driftPpm, double driftBoundPpm) {
        return new Clock.Setting(0, 10 * US, driftPpm, driftBoundPpm, SECOND, 5 * SECOND, 1000 * SECOND, 0, 0);
    }

    private void at(double seconds) {
        simulation.runUntil(Math.round(seconds * SECOND));
    }

    @ParameterizedTest
    @CsvSource({
        "2, 12, SYNCHRONIZED",
        "4, 14, SYNCHRONIZED",
        "5, 15, FREE_RUNNING",
        "8, 18, FREE_RUNNING",
        "10, 20, FREE_RUNNING",
        "1000, 1010, FREE_RUNNING",
        "1001, 1011, UNKNOWN"
    })
    void withoutSynchronisationTheBoundGrowsAsClockBoundSays(double seconds, long micros, Clock.Status status) {
        Clock clock = clock(clockBound(0, 1));
        clock.loseSync();
        at(seconds);
        assertThat(clock.bound()).isEqualTo(micros * US);
        assertThat(clock.latest() - clock.earliest()).isEqualTo(2 * micros * US);
        assertThat(clock.status()).isEqualTo(status);
        assertThat(clock.usable()).isEqualTo(status != Clock.Status.UNKNOWN);
    }

    @Test
    void fiftyPartsPerMillionAreFiftyMicrosecondsASecond() {
        Clock clock = clock(clockBound(0, 50));
        clock.loseSync();
        at(1);
        assertThat(clock.bound()).isEqualTo(60 * US);
    }

    @Test
    void synchronisationResetsBoundAndDriftEverySecond() {
        Clock clock = clock(clockBound(10, 50));
        at(3.5);
        assertThat(clock.bound()).isEqualTo(35 * US);
        assertThat(clock.earliest()).isEqualTo(simulation.now() + 5 * US - 35 * US);
        at(4);
        assertThat(clock.bound()).isEqualTo(10 * US);
        assertThat(clock.latest()).isEqualTo(simulation.now() + 10 * US);
    }

    @Test
    void synchronisationLostTwiceComesBackOnce() {
        Clock clock = clock(clockBound(0, 1));
        at(1);
        clock.loseSync();
        clock.loseSync();
        at(4);
        clock.regainSync();
        assertThat(clock.bound()).isEqualTo(13 * US);
        clock.regainSync();
        assertThat(clock.bound()).isEqualTo(10 * US);
        assertThat(clock.status()).isEqualTo(Clock.Status.SYNCHRONIZED);
    }

    @Test
    void aStepIsWithinTheBoundAndGoneWithTheNextSynchronisation() {
        Clock clock = clock(clockBound(0, 0));
        at(1.25);
        clock.step(-30 * MS);
        assertThat(clock.error()).isZero();
        assertThat(clock.bound()).isEqualTo(30 * MS + 10 * US);
        assertThat(clock.latest()).isEqualTo(simulation.now() + 10 * US);
        clock.step(10 * MS);
        assertThat(clock.latest() - clock.bound()).isEqualTo(simulation.now() - 20 * MS);
        at(2);
        assertThat(clock.latest()).isEqualTo(simulation.now() + 10 * US);
    }

    @Test
    void aStepStaysWhileSynchronisationIsLost() {
        Clock clock = clock(clockBound(0, 0));
        at(1.25);
        clock.loseSync();
        clock.step(5 * MS);
        at(4);
        assertThat(clock.bound()).isEqualTo(5 * MS + 10 * US);
        assertThat(clock.error()).isZero();
        clock.regainSync();
        assertThat(clock.bound()).isEqualTo(10 * US);
    }

    @Test
    void aLieIsTheOnlyErrorAndLiesAddUp() {
        Clock clock = clock(clockBound(0, 0));
        clock.lie(-20 * MS);
        clock.lie(-5 * MS);
        assertThat(clock.latest()).isEqualTo(simulation.now() - 25 * MS + 10 * US);
        assertThat(clock.error()).isEqualTo(25 * MS - 10 * US);
        at(10.5);
        assertThat(clock.error()).isEqualTo(25 * MS - 10 * US);
        clock.lie(25 * MS);
        assertThat(clock.error()).isZero();
    }

    @Test
    void addedDriftCountsFromItsBeginningAndEndsWithTheSynchronisationAfterIt() {
        Clock clock = clock(clockBound(0, 200));
        at(1.5);
        clock.drift(100);
        at(1.75);
        assertThat(middle(clock)).isEqualTo(25 * US);
        clock.drift(-100);
        at(1.9);
        assertThat(middle(clock)).isEqualTo(25 * US);
        at(2.1);
        assertThat(middle(clock)).isZero();
        assertThat(clock.error()).isZero();
    }

    @Test
    void driftBeyondItsBoundIsAnError() {
        Clock clock = clock(clockBound(0, 50));
        clock.drift(150);
        at(0.5);
        assertThat(clock.error()).isEqualTo(75 * US - 35 * US);
    }

    @Test
    void aBoundMayBeASawtooth() {
        Clock clock = clock(
                new Clock.Setting(0, MS, 0, 0, Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, 200 * US, 30 * SECOND));
        at(29);
        assertThat(clock.bound()).isEqualTo(MS + 5_800 * US);
        at(30);
        assertThat(clock.bound()).isEqualTo(MS);
        at(45);
        assertThat(clock.bound()).isEqualTo(4 * MS);
    }

    @Test
    void aDisruptedClockIsNotUsable() {
        Clock clock = clock(clockBound(0, 1));
        clock.disrupt();
        assertThat(clock.status()).isEqualTo(Clock.Status.DISRUPTED);
        assertThat(clock.usable()).isFalse();
        clock.undisrupt();
        assertThat(clock.usable()).isTrue();
    }

    @Test
    void earliestExceedsATimeAfterTheDelayItNames() {
        Clock clock = clock(clockBound(0, 0));
        at(1);
        long delay = clock.untilEarliestExceeds(SECOND + 3 * MS);
        assertThat(delay).isEqualTo(3 * MS + 10 * US + 1);
        simulation.runUntil(SECOND + delay);
        assertThat(clock.earliest()).isEqualTo(SECOND + 3 * MS + 1);
        assertThat(clock.untilEarliestExceeds(SECOND)).isZero();
    }

    private long middle(Clock clock) {
        return clock.latest() - clock.bound() - simulation.now();
    }

    @Test
    void whatDriftedWhileSynchronisationWasLostIsCorrectedWhenItIsBack() {
        Clock clock = clock(clockBound(0, 50));
        at(0.9);
        clock.loseSync();
        clock.drift(40);
        at(2.2);
        clock.drift(-40);
        assertThat(clock.error()).isZero();
        clock.regainSync();
        assertThat(clock.bound()).isEqualTo(20 * US);
        assertThat(clock.error()).isZero();
    }
}
