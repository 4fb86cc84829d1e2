package dsqlsim.world;

import static dsqlsim.world.Stand.MS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NodeTest {
    private final Stand stand = Stand.withDelay(5);
    private final World world = stand.world;

    @Test
    void aNodeRestartsWhenNoFaultHoldsItDown() {
        world.crash(stand.b);
        world.cutPower(stand.b);
        stand.runTo(10);
        world.restart(stand.b);
        assertThat(stand.b.up()).isFalse();
        stand.runTo(20);
        world.restart(stand.b);
        assertThat(stand.b.up()).isTrue();
        assertThat(stand.b.lives).containsExactly("crash at 0", "restart at 20");
        assertThat(stand.b.incarnation()).isEqualTo(1);
    }

    @Test
    void whatReachesADeadNodeIsGone() {
        stand.send(1);
        world.crash(stand.b);
        stand.runTo(10);
        world.restart(stand.b);
        stand.runTo(20);
        assertThat(stand.b.heard).isEmpty();
    }

    @Test
    void whatWasMeantForTheOldIncarnationIsDroppedByTheNew() {
        stand.send(1);
        world.crash(stand.b);
        world.restart(stand.b);
        stand.send(2);
        stand.runTo(20);
        assertThat(stand.b.heard).containsExactly(2);
    }

    @Test
    void whatASenderSentBeforeItDiedArrivesAndWhatItMeantToSendDoesNot() {
        stand.send(1);
        world.send(stand.a, stand.b, new Stand.Note(2, false, false), 10 * MS);
        stand.runTo(2);
        world.crash(stand.a);
        world.restart(stand.a);
        stand.runTo(30);
        assertThat(stand.b.heard).containsExactly(1);
    }

    @Test
    void aPausedNodeHearsEverythingLaterAndInOrder() {
        world.pause(stand.b);
        stand.send(1);
        stand.runTo(3);
        stand.send(2);
        world.send(stand.a, stand.b, new Stand.Note(3, true, false));
        stand.runTo(100);
        assertThat(stand.b.heard).isEmpty();
        world.resume(stand.b);
        stand.runTo(101);
        assertThat(stand.b.heard).containsExactly(1, 2);
        assertThat(stand.b.at).containsOnly(100L);
        assertThat(stand.b.lives).isEmpty();
    }

    @Test
    void ofTwoPausesBothMustEnd() {
        world.pause(stand.b);
        world.pause(stand.b);
        stand.send(1);
        stand.runTo(20);
        world.resume(stand.b);
        stand.runTo(40);
        assertThat(stand.b.heard).isEmpty();
        world.resume(stand.b);
        stand.runTo(60);
        assertThat(stand.b.heard).containsExactly(1);
    }

    @Test
    void aCrashDuringAPauseForgetsWhatWaited() {
        world.pause(stand.b);
        stand.send(1);
        stand.runTo(20);
        world.crash(stand.b);
        world.restart(stand.b);
        world.resume(stand.b);
        stand.runTo(60);
        assertThat(stand.b.heard).isEmpty();
        assertThat(stand.b.lives).containsExactly("crash at 20", "restart at 20");
    }

    @Test
    void aTimerDiesWithItsProcessAndWaitsOutAPause() {
        List<Long> rang = new ArrayList<>();
        Timer timer = new Timer(stand.b, 3, () -> rang.add(world.now() / MS));
        timer.set(10 * MS);
        world.pause(stand.b);
        stand.runTo(50);
        world.resume(stand.b);
        stand.runTo(60);
        assertThat(rang).containsExactly(50L);
        timer.set(10 * MS);
        world.crash(stand.b);
        world.restart(stand.b);
        stand.runTo(100);
        assertThat(rang).containsExactly(50L);
    }

    @Test
    void aStalledDiskHoldsUpWhatNeedsItAndNothingElse() {
        world.stallDisk(stand.b);
        world.stallDisk(stand.b);
        world.send(stand.a, stand.b, new Stand.Note(1, false, true));
        stand.send(2);
        stand.runTo(20);
        assertThat(stand.b.heard).containsExactly(2);
        world.unstallDisk(stand.b);
        stand.runTo(30);
        assertThat(stand.b.heard).containsExactly(2);
        world.unstallDisk(stand.b);
        stand.runTo(40);
        assertThat(stand.b.heard).containsExactly(2, 1);
    }

    @Test
    void slownessMultipliesAndIsTakenBack() {
        world.slow(stand.b, 3);
        world.slow(stand.b, 2);
        assertThat(stand.b.slowed(MS)).isEqualTo(6 * MS);
        world.slow(stand.b, 1 / 3.0);
        world.slow(stand.b, 0.5);
        assertThat(stand.b.slowed(MS)).isEqualTo(MS);
    }

    @Test
    void reachableMeansUpAndNotCut() {
        assertThat(world.reachable(stand.a, stand.b)).isTrue();
        world.crash(stand.b);
        assertThat(world.reachable(stand.a, stand.b)).isFalse();
        assertThat(world.reachable(stand.b, stand.a)).isTrue();
    }
}
