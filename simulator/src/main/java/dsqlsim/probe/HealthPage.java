package dsqlsim.probe;

import dsqlsim.architecture.Client;
import dsqlsim.architecture.Connection;
import dsqlsim.architecture.Gateway;
import dsqlsim.txn.Attempt;
import dsqlsim.txn.Outcome;
import dsqlsim.txn.Plan;
import dsqlsim.world.Timer;
import dsqlsim.world.World;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The health page of an application in a region: asked whether the region works, it tries the region's own endpoint over a fresh
 * connection, and says how that went.
 */
public final class HealthPage extends Respondent {
    public static final String ROLE = "health-page";

    /** What it reads: a row that every scenario has. */
    private static final Plan ONE_READ = new Plan(0, 0, new int[] {0}, 1, 0, false, 1, 0);

    private final Gateway gateway;
    private final Set<Check> open = new LinkedHashSet<>();
    private long checks;

    public HealthPage(World world, int region, Gateway gateway) {
        super(world, ROLE, region);
        this.gateway = gateway;
    }

    @Override
    void asked(Inquiry inquiry) {
        Check check = new Check(inquiry, checks++);
        open.add(check);
        check.begin();
    }

    @Override
    protected void onCrash() {
        open.forEach(check -> gateway.close(check.connection));
        open.clear();
    }

    @Override
    protected void onRestart() {}

    /** One try of the endpoint. Its ids are negative: no client's are. */
    private final class Check implements Client {
        private final Inquiry inquiry;
        private final Connection connection;
        private final Timer patience = new Timer(HealthPage.this, Kinds.CHECK, () -> over(false));

        Check(Inquiry inquiry, long number) {
            int zone = (int) (number % world.geography().zones(region));
            this.inquiry = inquiry;
            this.connection = new Connection(~(((long) region << 40) + number), 0, region, zone, region, this);
        }

        void begin() {
            if (inquiry.answerWithin() < Long.MAX_VALUE) {
                patience.set(inquiry.answerWithin());
            }
            gateway.connect(connection);
        }

        private void over(boolean healthy) {
            if (open.remove(this)) {
                patience.cancel();
                if (connection.attempt != null && connection.attempt.outcome == null) {
                    gateway.rollback(connection);
                }
                connection.attempt = null;
                gateway.close(connection);
                inquiry.answer(healthy);
            }
        }

        private boolean current(Connection answered, Attempt attempt) {
            return open.contains(this) && answered.attempt == attempt;
        }

        @Override
        public void connected(Connection answered) {
            if (!open.contains(this)) {
                gateway.close(answered);
            } else if (inquiry.probe() == Probe.CONNECT) {
                over(true);
            } else {
                long now = world.now();
                connection.attempt = new Attempt(connection.id, ONE_READ, 1, region, now, now);
                connection.attempt.endpoint = region;
                connection.attempt.beganAt = now;
                gateway.begin(connection);
            }
        }

        @Override
        public void refused(Connection answered) {
            over(false);
        }

        @Override
        public void lost(Connection answered) {
            over(false);
        }

        @Override
        public void began(Connection answered, Attempt attempt) {
            if (current(answered, attempt)) {
                gateway.statement(connection, 0);
            }
        }

        @Override
        public void answered(Connection answered, Attempt attempt, int statement) {
            if (current(answered, attempt)) {
                attempt.answered = 1;
                attempt.commitSentAt = world.now();
                gateway.commit(connection);
            }
        }

        @Override
        public void committed(Connection answered, Attempt attempt) {
            attempt.outcome = Outcome.COMMITTED;
            over(current(answered, attempt));
        }

        @Override
        public void rejected(Connection answered, Attempt attempt, Outcome outcome) {
            attempt.outcome = outcome;
            over(false);
        }

        @Override
        public void unknown(Connection answered, Attempt attempt) {
            attempt.outcome = Outcome.UNKNOWN;
            over(false);
        }
    }
}
