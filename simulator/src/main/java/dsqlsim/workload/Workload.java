package dsqlsim.workload;

import dsqlsim.kernel.Randomness;
import dsqlsim.kernel.TimerLane;
import dsqlsim.txn.Attempt;
import dsqlsim.txn.Outcome;
import dsqlsim.txn.Plan;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;

/** A workload that runs: its arrivals, its plans, its pool, and what it remembers across transactions. */
final class Workload {
    private final ClientSide at;
    private final Plans plans;
    private final Arrivals arrivals;
    private final Pool pool;
    private final Backoff backoff;
    private final RetryBudget budget;
    private final long retryKey;
    private final TimerLane timeouts;
    private final Load load = new Load();
    private final HotKeys hotKeys;
    private final Runnable onAttemptEnded;
    private final Chain<Transaction> free = new Chain<>();
    private long offered;
    private long finished;
    private long fingerprint;
    private boolean stopped;

    Workload(
            ClientSide at,
            KeyTable table,
            Function<KeysSpec, Ranks> laws,
            Router router,
            IntUnaryOperator shardOfRow,
            Runnable onAttemptEnded) {
        WorkloadSpec spec = at.spec();
        this.at = at;
        this.hotKeys = new HotKeys(spec.keys().space());
        this.plans = spec.arrivals() instanceof ArrivalsSpec.Schedule schedule
                ? new ScheduledPlans(at.workload(), at.key(), table, schedule)
                : new DrawnPlans(
                        at.workload(),
                        at.key(),
                        spec.transactions(),
                        new RowDraws(table, spec, laws.apply(spec.keys()), hotKeys, shardOfRow));
        this.arrivals = arrivals(spec.arrivals());
        this.pool = new Pool(at, router);
        this.backoff = new Backoff(spec.retry().backoff());
        this.budget = new RetryBudget(spec.retry().bucket());
        this.retryKey = Randomness.key(at.key(), "retry");
        this.timeouts = at.lane(spec.timeoutNanos());
        this.onAttemptEnded = onAttemptEnded;
    }

    private Arrivals arrivals(ArrivalsSpec spec) {
        if (spec instanceof ArrivalsSpec.Open open) {
            return new OpenArrivals(at.simulation(), at.key(), open.ratePerSecond(), this::offer);
        }
        if (spec instanceof ArrivalsSpec.Schedule schedule) {
            return new ScheduledArrivals(at.simulation(), at.key(), schedule, this::offer);
        }
        return new ClosedArrivals(at.simulation(), at.key(), (ArrivalsSpec.Closed) spec, this::offer);
    }

    void start() {
        pool.start();
        arrivals.start();
    }

    void stop() {
        stopped = true;
        arrivals.stop();
    }

    /** Multiplies the load; what is returned takes the factor away again. */
    Runnable scale(double factor) {
        Runnable end = load.begin(factor);
        applyLoad();
        return () -> {
            end.run();
            applyLoad();
        };
    }

    private void applyLoad() {
        if (!stopped) {
            arrivals.scale(load.factor());
        }
    }

    HotKeys hotKeys() {
        return hotKeys;
    }

    private void offer(long serial, Arrivals.User user) {
        Plan plan = plans.plan(serial);
        offered++;
        fingerprint = PlanHash.add(fingerprint, at.now(), plan);
        Transaction transaction = free.poll();
        if (transaction == null) {
            transaction = new Transaction(this);
        }
        transaction.offer(serial, plan, user);
    }

    // ---- what transactions need

    ClientSide at() {
        return at;
    }

    Pool pool() {
        return pool;
    }

    Backoff backoff() {
        return backoff;
    }

    RetryBudget budget() {
        return budget;
    }

    /** The timers of attempts, or null when attempts have no timeout. */
    TimerLane timeouts() {
        return timeouts;
    }

    long retryKey() {
        return retryKey;
    }

    /** Whether the policy allows another attempt. An attempt beyond a limit would only meet it again. */
    boolean retries(Attempt attempt) {
        RetrySpec retry = at.spec().retry();
        return attempt.number < retry.attempts()
                && attempt.outcome != Outcome.ABORTED_LIMIT
                && (attempt.outcome != Outcome.UNKNOWN || retry.retryUnknown());
    }

    void attemptEnded() {
        onAttemptEnded.run();
    }

    void finished(Transaction transaction, boolean succeeded) {
        finished++;
        if (succeeded) {
            budget.succeeded();
        }
        free.addLast(transaction);
    }

    // ---- what a run wants to know

    long offered() {
        return offered;
    }

    long open() {
        return offered - finished;
    }

    long fingerprint() {
        return fingerprint;
    }
}
