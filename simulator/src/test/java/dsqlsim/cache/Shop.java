package dsqlsim.cache;

import dsqlsim.architecture.Client;
import dsqlsim.architecture.Connection;
import dsqlsim.architecture.Gateway;
import dsqlsim.kernel.Distribution;
import dsqlsim.kernel.Event;
import dsqlsim.kernel.LongMap;
import dsqlsim.kernel.Simulation;
import dsqlsim.ledger.Preset;
import dsqlsim.ledger.Settings;
import dsqlsim.txn.Attempt;
import dsqlsim.txn.Incident;
import dsqlsim.txn.Observer;
import dsqlsim.txn.Outcome;
import dsqlsim.txn.Plan;
import dsqlsim.txn.Version;
import dsqlsim.world.Clock;
import dsqlsim.world.Geography;
import dsqlsim.world.Latency;
import dsqlsim.world.Node;
import dsqlsim.world.World;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Two regions whose applications ask a cache, and a database that answers at once and is never wrong. Times are seconds. */
final class Shop {
    static final int EAST = 0;
    static final int WEST = 1;
    private static final double NANOS = 1e9;

    final List<String> events = new ArrayList<>();
    final Map<Incident, Integer> incidents = new EnumMap<>(Incident.class);
    int hits;
    int misses;
    private final Simulation simulation = new Simulation(1);
    private final World world;
    final Datastore datastore;
    private final CacheGate gate;
    private final LongMap database = new LongMap();
    private long attempts;

    Shop(Map<String, String> settings) {
        Geography geography = new Geography(
                List.of(
                        new Geography.Region("east", List.of("east-a", "east-b")),
                        new Geography.Region("west", List.of("west-a", "west-b"))),
                -1);
        Clock.Setting exact = new Clock.Setting(0, 0, 0, 0, 0, Long.MAX_VALUE, Long.MAX_VALUE, 0, 0);
        world = new World(simulation, geography, new Instantaneous(), (node, key) -> new Clock(exact, 0), new Notes());
        CacheSpec spec = new CacheSpec("east", List.of("west"));
        datastore = new Datastore(world, Settings.of(Preset.IDEAL, true, settings), spec);
        gate = new CacheGate(world, datastore, new Database());
    }

    Shop at(double seconds, Runnable action) {
        simulation.at(Math.round(seconds * NANOS), new Event() {
            @Override
            protected void fire() {
                action.run();
            }

            @Override
            protected int kind() {
                return 1;
            }
        });
        return this;
    }

    Shop readAt(double seconds, int region, int row) {
        return at(seconds, () -> begin(region, new Plan(0, 0, new int[] {row}, 1, 0, false, 1, 0)));
    }

    Shop writeAt(double seconds, int region, int row) {
        return at(seconds, () -> begin(region, new Plan(0, 0, new int[] {row}, 0, 0, true, 1, 0)));
    }

    void run(double untilSeconds) {
        simulation.runUntil(Math.round(untilSeconds * NANOS));
    }

    void cutPower(String name) {
        world.nodes().stream().filter(node -> node.name.equals(name)).forEach(world::cutPower);
    }

    int count(Incident incident) {
        return incidents.getOrDefault(incident, 0);
    }

    private void begin(int region, Plan plan) {
        long now = simulation.now();
        Connection connection = new Connection(attempts, 0, region, 0, region, new User());
        connection.attempt = new Attempt(attempts++, plan, 1, region, now, now);
        connection.attempt.endpoint = region;
        gate.begin(connection);
    }

    private final class User implements Client {
        @Override
        public void connected(Connection connection) {}

        @Override
        public void refused(Connection connection) {}

        @Override
        public void lost(Connection connection) {}

        @Override
        public void began(Connection connection, Attempt attempt) {
            gate.statement(connection, 0);
        }

        @Override
        public void answered(Connection connection, Attempt attempt, int statement) {
            gate.commit(connection);
        }

        @Override
        public void committed(Connection connection, Attempt attempt) {
            attempt.outcome = Outcome.COMMITTED;
            attempt.endedAt = simulation.now();
            gate.ended(attempt);
        }

        @Override
        public void rejected(Connection connection, Attempt attempt, Outcome outcome) {}

        @Override
        public void unknown(Connection connection, Attempt attempt) {}
    }

    private final class Database implements Gateway {
        @Override
        public void connect(Connection connection) {}

        @Override
        public void begin(Connection connection) {
            connection.attempt.start = simulation.now();
            connection.client.began(connection, connection.attempt);
        }

        @Override
        public void statement(Connection connection, int statement) {
            Attempt attempt = connection.attempt;
            long version = database.get(attempt.plan.rows[0]);
            attempt.read[0] = version == LongMap.ABSENT ? null : new Version(version, 0, null);
            connection.client.answered(connection, attempt, statement);
        }

        @Override
        public void commit(Connection connection) {
            Attempt attempt = connection.attempt;
            if (!attempt.plan.readOnly()) {
                attempt.commit = simulation.now();
                database.put(attempt.plan.rows[0], attempt.commit);
            }
            connection.client.committed(connection, attempt);
        }

        @Override
        public void rollback(Connection connection) {}

        @Override
        public void close(Connection connection) {}
    }

    private final class Notes implements Observer {
        @Override
        public void noted(String type, String subject, String detail, long now) {
            events.add(String.format(Locale.ROOT, "%.1f %s %s", now / NANOS, type, subject));
        }

        @Override
        public void counted(Incident what, int region, long now) {
            incidents.merge(what, 1, Integer::sum);
        }

        @Override
        public void cacheRead(int region, boolean hit, long now) {
            hits += hit ? 1 : 0;
            misses += hit ? 0 : 1;
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
