package dsqlsim.world;

import dsqlsim.kernel.Distribution;
import dsqlsim.kernel.Simulation;
import dsqlsim.txn.Observer;
import java.util.ArrayList;
import java.util.List;

/** Two nodes and the links between them, for tests: times in milliseconds. */
final class Stand {
    static final long MS = 1_000_000L;
    static final long CONNECTION_TIMEOUT = 15_000 * MS;

    final Simulation simulation = new Simulation(7);
    final World world;
    final Recorder a;
    final Recorder b;

    Stand(Distribution delay) {
        this(delay, false);
    }

    private Stand(Distribution delay, boolean heartbeatsApart) {
        Geography geography = new Geography(List.of(new Geography.Region("east", List.of("east-a", "east-b"))), -1);
        world = new World(
                simulation, geography, latency(delay, heartbeatsApart), (node, key) -> honest(), new Observer() {});
        a = new Recorder(world, "a", 0);
        b = new Recorder(world, "b", 1);
    }

    static Stand withHeartbeatsApart(Distribution delay) {
        return new Stand(delay, true);
    }

    static Stand withDelay(long millis) {
        return new Stand(Distribution.constant(millis * MS));
    }

    private static Latency latency(Distribution delay, boolean heartbeatsApart) {
        return new Latency() {
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
                return CONNECTION_TIMEOUT;
            }

            @Override
            public boolean heartbeatsApart() {
                return heartbeatsApart;
            }
        };
    }

    private static Clock honest() {
        return new Clock(new Clock.Setting(0, 0, 0, 0, 0, Long.MAX_VALUE, Long.MAX_VALUE, 0, 0), 0);
    }

    void send(int number) {
        world.send(a, b, new Note(number, false, false));
    }

    void runTo(long millis) {
        simulation.runUntil(millis * MS);
    }

    /** A node that writes down what reaches it, and when. */
    static final class Recorder extends Node {
        final List<Integer> heard = new ArrayList<>();
        final List<Long> at = new ArrayList<>();
        final List<String> lives = new ArrayList<>();

        Recorder(World world, String name, int zone) {
            super(world, "recorder", name, 0, zone, -1);
        }

        @Override
        protected void onCrash() {
            lives.add("crash at " + world.now() / MS);
        }

        @Override
        protected void onRestart() {
            lives.add("restart at " + world.now() / MS);
        }
    }

    /** A numbered message. */
    static final class Note extends Message<Recorder> {
        private final int number;
        private final boolean ephemeral;
        private final boolean disk;

        Note(int number, boolean ephemeral, boolean disk) {
            this.number = number;
            this.ephemeral = ephemeral;
            this.disk = disk;
        }

        @Override
        protected void deliver() {
            to.heard.add(number);
            to.at.add(to.world.now() / MS);
        }

        @Override
        protected long identity() {
            return number;
        }

        @Override
        protected boolean ephemeral() {
            return ephemeral;
        }

        @Override
        protected boolean needsDisk() {
            return disk;
        }

        @Override
        protected int kind() {
            return 1;
        }
    }
}
