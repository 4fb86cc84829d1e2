package dsqlsim.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dsqlsim.kernel.Distribution;
import dsqlsim.kernel.Event;
import dsqlsim.kernel.Simulation;
import dsqlsim.ledger.Preset;
import dsqlsim.ledger.Settings;
import dsqlsim.txn.Observer;
import dsqlsim.world.Clock;
import dsqlsim.world.Geography;
import dsqlsim.world.Latency;
import dsqlsim.world.Node;
import dsqlsim.world.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The life of two clusters, told in seconds. */
class ClustersTest {
    private static final long SECOND = 1_000_000_000L;

    private final Simulation simulation = new Simulation(1);
    private final List<String> told = new ArrayList<>();
    private Clusters clusters;

    @Test
    void twoAreCreatedPeeredAndDeletedTogether() {
        life(true, true, Map.of());
        run(1, "create", "east");
        run(2, "create", "west");
        run(50, "peer", "east", "with", "west");
        run(100, "delete", "east");
        run(200, "delete", "west");
        simulation.runUntil(500 * SECOND);
        assertThat(told)
                .containsExactly(
                        "1 east CREATING",
                        "2 west CREATING",
                        "33 east PENDING_SETUP",
                        "34 west PENDING_SETUP",
                        "80 east ACTIVE",
                        "80 west ACTIVE",
                        "100 east PENDING_DELETE",
                        "200 west PENDING_DELETE",
                        "200 east DELETING",
                        "200 west DELETING",
                        "320 east DELETED",
                        "320 west DELETED");
    }

    @Test
    void oneAloneIsActiveAtOnceAndDeletedAtOnce() {
        life(true, false, Map.of());
        run(1, "create", "east");
        run(40, "delete", "east");
        simulation.runUntil(500 * SECOND);
        assertThat(told).containsExactly("1 east CREATING", "33 east ACTIVE", "40 east DELETING", "160 east DELETED");
    }

    @Test
    void whatIsOutOfOrderIsRefused() {
        life(true, true, Map.of());
        run(1, "peer", "east", "with", "west");
        run(2, "delete", "east");
        run(3, "create", "east");
        run(4, "create", "east");
        run(5, "delete", "east");
        run(40, "peer", "east", "with", "west");
        run(41, "update", "east");
        simulation.runUntil(60 * SECOND);
        assertThat(told)
                .containsExactly(
                        "1 refused: the cluster of east is ABSENT, not PENDING_SETUP",
                        "2 refused: the cluster of east is ABSENT",
                        "3 east CREATING",
                        "4 refused: the cluster of east is CREATING; there can be one",
                        "5 refused: the cluster of east is CREATING",
                        "35 east PENDING_SETUP",
                        "40 refused: the cluster of west is ABSENT, not PENDING_SETUP",
                        "41 refused: the cluster of east is PENDING_SETUP, not ACTIVE");
    }

    @Test
    void protectionIsInTheWayOfDeletion() {
        life(false, true, Map.of());
        run(1, "protect", "east");
        run(2, "delete", "east");
        run(3, "unprotect", "east");
        run(4, "delete", "east");
        simulation.runUntil(10 * SECOND);
        assertThat(told)
                .containsExactly("2 refused: the cluster of east is protected from deletion", "4 east PENDING_DELETE");
    }

    /** The state until peered is PENDING_SETUP: who waits for ACTIVE before peering waits in vain, thirty times ten seconds. */
    @Test
    void whoWaitsForActiveBeforePeeringGivesUp() {
        life(true, true, Map.of());
        run(1, "create", "east");
        run(1, "create", "west");
        run(40, "peer", "east", "with", "west", "wait-for", "ACTIVE");
        simulation.runUntil(400 * SECOND);
        assertThat(told)
                .last()
                .isEqualTo("340 refused: waited in vain for ACTIVE: the cluster of east is PENDING_SETUP");
        assertThat(clusters.state(0)).isEqualTo(ClusterState.PENDING_SETUP);
    }

    @Test
    void unusedItFallsAsleepInTwoSteps() {
        life(false, true, Map.of("lifecycle.idle-after", "60s", "lifecycle.inactive-after", "100s"));
        at(30, () -> clusters.used(0));
        at(95, () -> clusters.used(0));
        simulation.runUntil(300 * SECOND);
        assertThat(told)
                .filteredOn(line -> line.contains("east"))
                .containsExactly("90 east IDLE", "95 east ACTIVE", "155 east IDLE", "195 east INACTIVE");
        assertThat(told).filteredOn(line -> line.contains("west")).containsExactly("60 west IDLE", "100 west INACTIVE");
    }

    @Test
    void anUpdateServesAndEnds() {
        life(false, true, Map.of());
        run(1, "update", "east");
        simulation.runUntil(30 * SECOND);
        assertThat(clusters.state(0).serves()).isTrue();
        simulation.runUntil(90 * SECOND);
        assertThat(told).containsExactly("1 east UPDATING", "61 east ACTIVE");
    }

    // ---- how a life is told

    private void life(boolean absent, boolean peered, Map<String, String> settings) {
        Geography geography = new Geography(
                List.of(new Geography.Region("east", List.of("a")), new Geography.Region("west", List.of("a"))), -1);
        Clock.Setting exact = new Clock.Setting(0, 0, 0, 0, 0, Long.MAX_VALUE, Long.MAX_VALUE, 0, 0);
        World world =
                new World(simulation, geography, new Instantaneous(), (node, key) -> new Clock(exact, 0), new Notes());
        clusters = new Clusters(
                world, Settings.of(Preset.AWS, true, settings), new boolean[] {absent, absent}, peered, this::refused);
    }

    private void run(int second, String action, String region, String... more) {
        Map<String, String> parameters = new LinkedHashMap<>(Map.of(Order.REGION, region));
        for (int i = 0; i < more.length; i += 2) {
            parameters.put(more[i], more[i + 1]);
        }
        at(
                second,
                () -> clusters.operate(new Order(action, parameters))
                        .ifPresent(why -> told.add(second + " refused: " + why)));
    }

    private void refused(Order order, String why) {
        told.add(simulation.now() / SECOND + " refused: " + why);
    }

    private void at(int second, Runnable action) {
        simulation.at(second * SECOND, new Event() {
            @Override
            protected void fire() {
                action.run();
            }

            @Override
            protected int kind() {
                return 1;
            }
        });
    }

    private final class Notes implements Observer {
        @Override
        public void noted(String type, String subject, String detail, long now) {
            assertThat(type).isEqualTo("cluster-state");
            told.add(now / SECOND + " " + subject + " " + detail);
        }
    }

    private static final class Instantaneous implements Latency {
        @Override
        public Distribution oneWay(Node from, Node to) {
            return Distribution.ZERO;
        }

        @Override
        public Distribution tail() {
            return Distribution.ZERO;
        }

        @Override
        public long connectionTimeout() {
            return 15_000_000_000L;
        }
    }
}
