package dsqlsim.architecture.dsql;

import dsqlsim.architecture.Architecture;
import dsqlsim.architecture.Client;
import dsqlsim.architecture.Connection;
import dsqlsim.architecture.Gateway;
import dsqlsim.kernel.Distribution;
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
import java.util.List;
import java.util.Map;

/** Sessions with DSQL in one region, each step of which is over before the next one of anybody begins. */
final class Sessions {
    private static final long MS = 1_000_000L;
    private static final long SECOND = 1000 * MS;

    private final Simulation simulation = new Simulation(1);
    private final Gateway gateway;
    private int opened;

    Sessions(int shards, boolean serializable) {
        Geography geography = new Geography(List.of(new Geography.Region("east", List.of("a", "b", "c"))), -1);
        Clock.Setting clock = new Clock.Setting(0, 0, 0, 0, 0, SECOND, SECOND, 0, 0);
        World world =
                new World(simulation, geography, new Short(), (node, key) -> new Clock(clock, 0), new Observer() {});
        Settings settings = Settings.of(Preset.IDEAL, false, Map.of());
        gateway = Dsql.singleRegion()
                .deploy(world, new Architecture.Setup(settings, shards, 1, serializable, false))
                .gateway();
        simulation.runUntil(SECOND);
    }

    /** Begins a transaction that reads rows, the first of them FOR UPDATE if so many are asked, and writes others without reading them. */
    Session begin(int forUpdate, List<Integer> reads, List<Integer> writes) {
        int[] rows = new int[reads.size() + writes.size()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = i < reads.size() ? reads.get(i) : writes.get(i - reads.size());
        }
        Plan plan = new Plan(0, 0, rows, reads.size(), forUpdate, true, rows.length, 0);
        Session session = new Session(++opened, plan);
        gateway.connect(session.connection);
        settle();
        gateway.begin(session.connection);
        settle();
        return session;
    }

    private void settle() {
        simulation.runUntil(simulation.now() + 500 * MS);
    }

    /** One transaction. */
    final class Session implements Client {
        private final Connection connection;
        private final Attempt attempt;
        private Outcome outcome;

        private Session(int number, Plan plan) {
            attempt = new Attempt(number, plan, 1, 0, simulation.now(), simulation.now());
            connection = new Connection(number, 0, 0, 0, 0, this);
            connection.attempt = attempt;
        }

        /** Does its next steps: each row of the plan is a statement. */
        Session steps(int from, int to) {
            for (int i = from; i < to; i++) {
                gateway.statement(connection, i);
                settle();
                attempt.answered = i + 1;
            }
            return this;
        }

        Session allSteps() {
            return steps(0, attempt.plan.rows.length);
        }

        Outcome commit() {
            gateway.commit(connection);
            settle();
            return outcome;
        }

        void rollback() {
            gateway.rollback(connection);
            settle();
        }

        /** Whose version of the row at an index it read; 0 for the initial one. */
        long saw(int index) {
            return attempt.read[index] == null ? 0 : attempt.read[index].writer;
        }

        long number() {
            return attempt.id;
        }

        @Override
        public void connected(Connection of) {}

        @Override
        public void began(Connection of, Attempt what) {}

        @Override
        public void answered(Connection of, Attempt what, int statement) {}

        @Override
        public void committed(Connection of, Attempt what) {
            outcome = Outcome.COMMITTED;
        }

        @Override
        public void rejected(Connection of, Attempt what, Outcome why) {
            outcome = why;
        }

        @Override
        public void unknown(Connection of, Attempt what) {
            outcome = Outcome.UNKNOWN;
        }

        @Override
        public void refused(Connection of) {
            outcome = Outcome.FAILED_CONNECTION;
        }

        @Override
        public void lost(Connection of) {
            outcome = Outcome.FAILED_CONNECTION;
        }
    }

    /** A fifth of a millisecond everywhere. */
    private static final class Short implements Latency {
        @Override
        public Distribution oneWay(Node from, Node to) {
            return Distribution.constant(200_000L);
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
