package dsqlsim.architecture.dsql;

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
import dsqlsim.txn.Plan;
import dsqlsim.world.Clock;
import dsqlsim.world.Geography;
import dsqlsim.world.Latency;
import dsqlsim.world.Node;
import dsqlsim.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** DSQL in one region with delays that vary, and clients who do exactly what they are told, each on a connection of its own. */
final class TinyWorld {
    private static final long US = 1_000L;
    private static final long SECOND = 1_000_000_000L;

    private final Simulation simulation = new Simulation(11);
    private final Gateway gateway;
    private final List<Attempt> ended = new ArrayList<>();

    TinyWorld(int shards, Map<String, String> overrides) {
        Geography geography = new Geography(List.of(new Geography.Region("east", List.of("a", "b", "c"))), -1);
        World world = new World(simulation, geography, new Varying(), (node, key) -> clock(key), new Observer() {});
        Settings settings = Settings.of(Preset.AWS, false, overrides);
        gateway = Dsql.singleRegion()
                .deploy(world, new Architecture.Setup(settings, shards, 1, false, false))
                .gateway();
    }

    private static Clock clock(long key) {
        long offset = Math.floorMod(key, 80 * US) - 40 * US;
        return new Clock(new Clock.Setting(offset, 40 * US, 0, 0, 0, SECOND, SECOND, 0, 0), 0);
    }

    /** Runs transactions to their ends; how each ended, in the order of their ends. */
    List<Attempt> run(List<FirstCommitterWinsPropertyTest.Ask> asks) {
        long at = SECOND;
        for (int i = 0; i < asks.size(); i++) {
            FirstCommitterWinsPropertyTest.Ask ask = asks.get(i);
            at += ask.afterMicros() * US;
            int[] rows = ask.rows().stream().mapToInt(Integer::intValue).toArray();
            Plan plan = new Plan(0, 0, rows, 0, 0, true, 1, 0);
            One client = new One(new Attempt(i, plan, 1, 0, at, at), i % 3, ask.openMicros() * US);
            gateway.connect(client.connection);
            client.later(at, () -> gateway.begin(client.connection));
        }
        simulation.runUntil(at + 2 * SECOND);
        return ended;
    }

    /** A client with one transaction. */
    private final class One implements Client {
        private final Connection connection;
        private final long open;

        One(Attempt attempt, int zone, long open) {
            this.connection = new Connection(attempt.id, 0, 0, zone, 0, this);
            this.open = open;
            connection.attempt = attempt;
        }

        void later(long at, Runnable action) {
            simulation.at(at, new Event() {
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

        private void end(Outcome outcome) {
            connection.attempt.outcome = outcome;
            connection.attempt.endedAt = simulation.now();
            ended.add(connection.attempt);
        }

        @Override
        public void connected(Connection opened) {}

        @Override
        public void began(Connection of, Attempt attempt) {
            gateway.statement(of, 0);
        }

        @Override
        public void answered(Connection of, Attempt attempt, int statement) {
            later(simulation.now() + open, () -> gateway.commit(of));
        }

        @Override
        public void committed(Connection of, Attempt attempt) {
            end(Outcome.COMMITTED);
        }

        @Override
        public void rejected(Connection of, Attempt attempt, Outcome outcome) {
            end(outcome);
        }

        @Override
        public void unknown(Connection of, Attempt attempt) {
            end(Outcome.UNKNOWN);
        }

        @Override
        public void refused(Connection of) {
            end(Outcome.FAILED_CONNECTION);
        }

        @Override
        public void lost(Connection of) {
            end(Outcome.FAILED_CONNECTION);
        }
    }

    /** Delays that differ by more than they last, so that messages on different links overtake each other. */
    private static final class Varying implements Latency {
        private final Distribution delay = Distribution.uniform(50 * US, 2_000 * US);

        @Override
        public Distribution oneWay(Node from, Node to) {
            return delay;
        }

        @Override
        public Distribution tail() {
            return Distribution.ZERO;
        }

        @Override
        public long connectionTimeout() {
            return 15 * SECOND;
        }
    }
}
