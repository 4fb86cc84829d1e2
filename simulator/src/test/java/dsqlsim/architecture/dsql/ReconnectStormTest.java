package dsqlsim.architecture.dsql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dsqlsim.architecture.Architecture;
import dsqlsim.architecture.Client;
import dsqlsim.architecture.Connection;
import dsqlsim.architecture.Gateway;
import dsqlsim.kernel.Distribution;
import dsqlsim.kernel.Event;
import dsqlsim.kernel.Simulation;
import dsqlsim.ledger.Preset;
import dsqlsim.ledger.Settings;
import dsqlsim.txn.Attempt;
import dsqlsim.txn.Observer;
import dsqlsim.txn.Outcome;
import dsqlsim.world.Clock;
import dsqlsim.world.Geography;
import dsqlsim.world.Latency;
import dsqlsim.world.Node;
import dsqlsim.world.World;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Ten thousand clients come back at once to an endpoint that takes 100 connections a second after a burst of 1,000, in the order of a
 * queue (validation case G5).
 */
class ReconnectStormTest {
    private static final int CLIENTS = 10_000;
    private static final long TICK = 10_000_000L;

    private final Simulation simulation = new Simulation(1);
    private final double[] connectedAt = new double[CLIENTS];
    private int connected;
    private Gateway gateway;

    @Test
    void theyAreBackAfterNinetySeconds() {
        Geography geography = new Geography(List.of(new Geography.Region("east", List.of("a", "b", "c"))), -1);
        Clock.Setting exact = new Clock.Setting(0, 0, 0, 0, 0, Long.MAX_VALUE, Long.MAX_VALUE, 0, 0);
        World world = new World(
                simulation, geography, new Instantaneous(), (node, key) -> new Clock(exact, 0), new Observer() {});
        Settings settings = Settings.of(
                Preset.IDEAL,
                false,
                Map.of(
                        "router.connect-rate",
                        "100/s",
                        "router.connect-burst",
                        "1000",
                        "router.max-connections",
                        "10000"));
        gateway = Dsql.singleRegion()
                .deploy(world, new Architecture.Setup(settings, 1, 1, false, false))
                .gateway();
        simulation.at(0, event(this::next));
        simulation.runUntil(95_000_000_000L);

        assertThat(connected).isEqualTo(CLIENTS);
        assertThat(connectedAt[CLIENTS - 1]).isCloseTo(90, within(0.02));
        assertThat(connectedAt[3999]).isCloseTo(30, within(0.02));
        double sum = 0;
        for (double each : connectedAt) {
            sum += each;
        }
        assertThat(sum / CLIENTS).isCloseTo(40.5045, within(0.02));
    }

    /** Who is first in the queue tries; the others wait for that. */
    private void next() {
        if (connected < CLIENTS) {
            gateway.connect(new Connection(connected, 0, 0, connected % 3, 0, new First()));
        }
    }

    private static Event event(Runnable action) {
        return new Event() {
            @Override
            protected void fire() {
                action.run();
            }

            @Override
            protected int kind() {
                return 1;
            }
        };
    }

    private final class First implements Client {
        @Override
        public void connected(Connection connection) {
            connectedAt[connected++] = simulation.now() / 1e9;
            simulation.after(0, event(ReconnectStormTest.this::next));
        }

        @Override
        public void refused(Connection connection) {
            simulation.after(TICK, event(ReconnectStormTest.this::next));
        }

        @Override
        public void lost(Connection connection) {}

        @Override
        public void began(Connection connection, Attempt attempt) {}

        @Override
        public void answered(Connection connection, Attempt attempt, int statement) {}

        @Override
        public void committed(Connection connection, Attempt attempt) {}

        @Override
        public void rejected(Connection connection, Attempt attempt, Outcome outcome) {}

        @Override
        public void unknown(Connection connection, Attempt attempt) {}
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
