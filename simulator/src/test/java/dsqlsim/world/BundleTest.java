package dsqlsim.world;

import static dsqlsim.world.Stand.MS;
import static org.assertj.core.api.Assertions.assertThat;

import dsqlsim.kernel.Distribution;
import org.junit.jupiter.api.Test;

/** Messages of several nodes that leave together for one place. */
class BundleTest {
    private static final int PATH = 3;

    private final Stand stand = new Stand(Distribution.uniform(1 * MS, 60 * MS));
    private final Stand.Recorder c = new Stand.Recorder(stand.world, "c", 0);

    private void together(Stand.Recorder from, int number) {
        stand.world.sendTogether(from, stand.b, new Stand.Note(number, true, false), PATH);
    }

    @Test
    void whatLeavesAtOneInstantArrivesAtOneInstantByOneEvent() {
        together(stand.a, 1);
        together(c, 2);
        stand.runTo(100);
        assertThat(stand.b.heard).containsExactly(1, 2);
        assertThat(stand.b.at.get(0)).isEqualTo(stand.b.at.get(1));
        assertThat(stand.simulation.fired()).isEqualTo(1);
        assertThat(stand.world.messages()).isEqualTo(2);
    }

    @Test
    void whatLeavesLaterTravelsByItself() {
        together(stand.a, 1);
        stand.runTo(1);
        together(c, 2);
        stand.runTo(200);
        assertThat(stand.b.heard).containsExactlyInAnyOrder(1, 2);
        assertThat(stand.simulation.fired()).isEqualTo(2);
    }

    @Test
    void whatHasArrivedTakesNothingMore() {
        Stand near = Stand.withDelay(0);
        near.world.sendTogether(near.a, near.b, new Stand.Note(1, true, false), PATH);
        near.world.sendAlongside(near.a, near.b, new Stand.Note(2, true, false));
        near.runTo(0);
        near.world.sendTogether(near.a, near.b, new Stand.Note(3, true, false), PATH);
        near.world.sendAlongside(near.a, near.b, new Stand.Note(4, true, false));
        near.runTo(0);
        assertThat(near.b.heard).containsExactly(1, 2, 3, 4);
    }

    @Test
    void withoutJitterWhatGoesElsewhereSharesTheEventToo() {
        Stand steady = Stand.withDelay(5);
        Stand.Recorder third = new Stand.Recorder(steady.world, "third", 1);
        steady.world.sendAlongside(steady.a, steady.b, new Stand.Note(1, true, false));
        steady.world.sendAlongside(steady.a, third, new Stand.Note(2, true, false));
        steady.runTo(10);
        assertThat(steady.simulation.fired()).isEqualTo(1);
        assertThat(steady.b.at).containsExactly(5L);
        assertThat(third.at).containsExactly(5L);
    }

    @Test
    void withJitterItDoesNot() {
        stand.world.sendAlongside(stand.a, stand.b, new Stand.Note(1, true, false));
        stand.world.sendAlongside(c, stand.b, new Stand.Note(2, true, false));
        stand.runTo(100);
        assertThat(stand.simulation.fired()).isEqualTo(2);
    }

    @Test
    void aCutOfOneSenderStopsItsMessageOnly() {
        stand.world.install(new OnlyFrom(c));
        together(stand.a, 1);
        together(c, 2);
        stand.runTo(200);
        assertThat(stand.b.heard).containsExactly(1);
    }

    @Test
    void aCutThatComesWhileTheyTravelStopsItsMessageOnly() {
        together(stand.a, 1);
        together(c, 2);
        stand.world.install(new OnlyFrom(stand.a));
        stand.runTo(200);
        assertThat(stand.b.heard).containsExactly(2);
    }

    @Test
    void orderIsKeptOnEachLink() {
        for (int i = 0; i < 100; i++) {
            stand.runTo(i);
            stand.send(2 * i);
            together(c, -1);
            together(stand.a, 2 * i + 1);
        }
        stand.runTo(500);
        assertThat(stand.b.heard.stream().filter(each -> each >= 0))
                .hasSize(200)
                .isSorted();
        assertThat(stand.b.at).isSorted();
    }

    /** Cuts what one node sends. */
    private static final class OnlyFrom implements LinkRule {
        private final Node sender;

        OnlyFrom(Node sender) {
            this.sender = sender;
        }

        @Override
        public boolean matches(Node from, Node to) {
            return from == sender;
        }

        @Override
        public boolean cuts() {
            return true;
        }
    }
}
