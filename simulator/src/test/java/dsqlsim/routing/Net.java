package dsqlsim.routing;

import dsqlsim.architecture.Connection;
import dsqlsim.architecture.Gateway;
import dsqlsim.kernel.Distribution;
import dsqlsim.kernel.Event;
import dsqlsim.kernel.Simulation;
import dsqlsim.ledger.Preset;
import dsqlsim.ledger.Settings;
import dsqlsim.probe.HealthPage;
import dsqlsim.probe.Respondent;
import dsqlsim.txn.Observer;
import dsqlsim.world.Clock;
import dsqlsim.world.Geography;
import dsqlsim.world.Latency;
import dsqlsim.world.LinkRule;
import dsqlsim.world.Node;
import dsqlsim.world.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Route 53 in an ideal world of two regions, whose endpoints answer, refuse or hang as they are told. */
final class Net {
    private static final double NANOS = 1e9;

    final Simulation simulation;
    final World world;
    final Route53 route53;
    private final List<String> types = new ArrayList<>();
    private final List<Double> times = new ArrayList<>();
    private final boolean[] refuses = new boolean[2];
    private final boolean[] hangs = new boolean[2];

    Net(long seed, Map<String, String> settings) {
        simulation = new Simulation(seed);
        Geography geography = new Geography(
                List.of(
                        new Geography.Region("east", List.of("a", "b")),
                        new Geography.Region("west", List.of("a", "b")),
                        new Geography.Region("witness", List.of("a", "b"))),
                2);
        Clock.Setting exact = new Clock.Setting(0, 0, 0, 0, 0, Long.MAX_VALUE, Long.MAX_VALUE, 0, 0);
        world = new World(simulation, geography, new Instantaneous(), (node, key) -> new Clock(exact, 0), new Notes());
        Respondent[] pages = {new HealthPage(world, 0, new Door()), new HealthPage(world, 1, new Door())};
        Map<String, String> all = new LinkedHashMap<>(settings);
        all.put("route53.probe", "connect");
        route53 = new Route53(world, Settings.of(Preset.IDEAL, true, all), pages, new boolean[] {true, true});
        route53.begin();
    }

    Net at(double seconds, Runnable action) {
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

    Net run(double untilSeconds) {
        simulation.runUntil(Math.round(untilSeconds * NANOS));
        return this;
    }

    void refuse(int endpoint) {
        refuses[endpoint] = true;
    }

    void serve(int endpoint) {
        refuses[endpoint] = false;
    }

    void hang(int endpoint) {
        hangs[endpoint] = true;
    }

    void cutPower(String name) {
        world.nodes().stream().filter(node -> node.name.equals(name)).forEach(world::cutPower);
    }

    void cutPower(String role, String region) {
        int index = world.geography().regionIndex(region);
        world.nodes().stream()
                .filter(node -> node.role.equals(role) && node.region == index)
                .forEach(world::cutPower);
    }

    void cutOff(String one, String other) {
        int a = world.geography().regionIndex(one);
        int b = world.geography().regionIndex(other);
        world.install(new LinkRule() {
            @Override
            public boolean matches(Node from, Node to) {
                boolean inside = !from.outside() && !to.outside();
                return inside && (from.region == a && to.region == b || from.region == b && to.region == a);
            }

            @Override
            public boolean cuts() {
                return true;
            }
        });
    }

    /** What the name of a record that prefers the first region is answered with. */
    int answer() {
        return route53.answer(new int[] {0, 1});
    }

    double firstAt(String type) {
        int index = types.indexOf(type);
        return index < 0 ? Double.NaN : times.get(index);
    }

    long noted(String type) {
        return types.stream().filter(type::equals).count();
    }

    private final class Notes implements Observer {
        @Override
        public void noted(String type, String subject, String detail, long now) {
            types.add(type);
            times.add(now / NANOS);
        }
    }

    /** Nothing takes time. */
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

    /** Endpoints that lend a connection at once, or not. */
    private final class Door implements Gateway {
        @Override
        public void connect(Connection connection) {
            if (refuses[connection.endpoint]) {
                connection.client.refused(connection);
            } else if (!hangs[connection.endpoint]) {
                connection.client.connected(connection);
            }
        }

        @Override
        public void begin(Connection connection) {}

        @Override
        public void statement(Connection connection, int statement) {}

        @Override
        public void commit(Connection connection) {}

        @Override
        public void rollback(Connection connection) {}

        @Override
        public void close(Connection connection) {}
    }
}
