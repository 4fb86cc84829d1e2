package dsqlsim.monitor;

import dsqlsim.kernel.Distribution;
import dsqlsim.kernel.Event;
import dsqlsim.kernel.Simulation;
import dsqlsim.operation.Order;
import dsqlsim.probe.ControlApi;
import dsqlsim.txn.Observer;
import dsqlsim.world.Clock;
import dsqlsim.world.Geography;
import dsqlsim.world.Latency;
import dsqlsim.world.Node;
import dsqlsim.world.World;
import java.util.ArrayList;
import java.util.List;

/** One monitor that asks the control plane of a region, in a world where messages take no time. Times are minutes. */
final class Watchtower {
    private static final double MINUTE = 60e9;

    /** What the control plane of the region says. */
    boolean active = true;

    final List<String> ordered = new ArrayList<>();
    double orderedAt;
    private final Simulation simulation;
    private final World world;
    private final List<String> types = new ArrayList<>();
    private final List<Double> times = new ArrayList<>();

    Watchtower(long seed, MonitorSpec spec) {
        simulation = new Simulation(seed);
        Geography geography = new Geography(
                List.of(new Geography.Region("east", List.of("a")), new Geography.Region("west", List.of("a"))), -1);
        Clock.Setting exact = new Clock.Setting(0, 0, 0, 0, 0, Long.MAX_VALUE, Long.MAX_VALUE, 0, 0);
        world = new World(simulation, geography, new Instantaneous(), (node, key) -> new Clock(exact, 0), new Notes());
        ControlApi api = new ControlApi(world, 0, region -> active);
        new Monitor(world, spec, api, this::act, () -> active ? "ACTIVE" : "IDLE").begin();
    }

    private void act(Order order) {
        ordered.add(order.toString());
        orderedAt = simulation.now() / MINUTE;
    }

    Watchtower at(double minutes, Runnable action) {
        simulation.at(Math.round(minutes * MINUTE), new Event() {
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

    void run(double untilMinutes) {
        simulation.runUntil(Math.round(untilMinutes * MINUTE));
    }

    void cutPower(String region) {
        int index = world.geography().regionIndex(region);
        world.nodes().stream().filter(node -> node.region == index).forEach(world::cutPower);
    }

    long noted(String type) {
        return minutes(type).size();
    }

    List<Double> minutes(String type) {
        List<Double> found = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            if (types.get(i).equals(type)) {
                found.add(times.get(i));
            }
        }
        return found;
    }

    private final class Notes implements Observer {
        @Override
        public void noted(String type, String subject, String detail, long now) {
            types.add(type);
            times.add(now / MINUTE);
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
