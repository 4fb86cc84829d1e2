package dsqlsim.measure;

import dsqlsim.kernel.LongMap;
import dsqlsim.txn.Attempt;
import dsqlsim.txn.Outcome;
import dsqlsim.txn.Plan;
import java.util.ArrayList;
import java.util.List;

/**
 * The RTO of every fault, for every region of origin and for every endpoint: reads, writes and connection attempts.
 *
 * <p>Origin: an operation is a transaction, retries included. Endpoint: an operation is an attempt, and an endpoint that
 * answers it with an abort has served it.
 */
final class RecoveryTimes implements RecoverySeries.Listener {
    private static final int READ = 0;
    private static final int WRITE = 1;
    private static final int CONNECT = 2;
    private static final int KINDS = 3;
    /** Pools connect so rarely that one or two connections tell nothing of the gap between them. */
    private static final int FEWEST_CONNECTS = 3;

    /** Told when the writes of some region have recovered from a fault for the first time. */
    interface FirstRecovery {
        void recovered(int fault);
    }

    private final MeasurePlan plan;
    private final Marks marks;
    private final FirstRecovery firstWrite;
    private final RecoverySeries[] origins;
    private final RecoverySeries[] endpoints;
    private final Recovery[][] originRecoveries;
    private final Recovery[][] endpointRecoveries;
    private final boolean[] writesRecovered;
    private final LongMap attempts = new LongMap();
    private boolean injected;

    RecoveryTimes(MeasurePlan plan, Marks marks, FirstRecovery firstWrite) {
        this.plan = plan;
        this.marks = marks;
        this.firstWrite = firstWrite;
        this.origins = series();
        this.endpoints = series();
        int faults = plan.faults().size();
        this.originRecoveries = new Recovery[faults][origins.length];
        this.endpointRecoveries = new Recovery[faults][origins.length];
        this.writesRecovered = new boolean[faults];
    }

    /** A transaction is offered; answers the number of its operation, or -1. */
    long offered(int region, Plan transaction, long now) {
        RecoverySeries series = origins[index(region, transaction)];
        if (before(now)) {
            series.startedBefore(now);
        }
        return series.begin(now);
    }

    void finished(int region, Plan transaction, long number, long offeredAt, long now, boolean succeeded) {
        RecoverySeries series = origins[index(region, transaction)];
        if (before(offeredAt)) {
            series.endedBefore(now - offeredAt);
        }
        series.end(number, offeredAt, now, succeeded);
    }

    void started(Attempt attempt) {
        if (attempt.endpoint >= 0) {
            long now = attempt.startedAt;
            RecoverySeries series = endpoints[index(attempt.endpoint, attempt.plan)];
            if (before(now)) {
                series.startedBefore(now);
            } else if (injected) {
                attempts.put(attempt.id, series.begin(now));
            }
        }
    }

    void ended(Attempt attempt) {
        if (attempt.endpoint >= 0) {
            RecoverySeries series = endpoints[index(attempt.endpoint, attempt.plan)];
            boolean served = attempt.outcome == Outcome.COMMITTED || attempt.outcome.aborted();
            if (before(attempt.startedAt)) {
                series.endedBefore(attempt.endedAt - attempt.startedAt);
            } else if (injected) {
                long number = attempts.remove(attempt.id);
                series.end(Math.max(-1, number), attempt.startedAt, attempt.endedAt, served);
            }
        }
    }

    void connected(int region, int endpoint, long from, long now, boolean succeeded) {
        connected(origins[KINDS * region + CONNECT], from, now, succeeded);
        if (endpoint >= 0) {
            connected(endpoints[KINDS * endpoint + CONNECT], from, now, succeeded);
        }
    }

    void injected(int fault, long now) {
        injected = true;
        for (int i = 0; i < origins.length; i++) {
            origins[i].injected(fault, now);
            endpoints[i].injected(fault, now);
        }
    }

    void healed(int fault, long now) {
        for (int i = 0; i < origins.length; i++) {
            origins[i].healed(fault, now);
            endpoints[i].healed(fault, now);
        }
    }

    void finish(long end) {
        for (int i = 0; i < origins.length; i++) {
            origins[i].finish(end);
            endpoints[i].finish(end);
        }
    }

    @Override
    public void recovered(RecoverySeries series, RecoveryTracker tracker) {
        int index = KINDS * series.place + MetricCatalog.OPERATIONS.indexOf(series.operation);
        boolean origin = origins[index] == series;
        Recovery[] found = (origin ? originRecoveries : endpointRecoveries)[tracker.fault];
        Recovery recovery = recovery(series, tracker);
        if (found[index] == null || recovery.worseThan(found[index])) {
            found[index] = recovery;
        }
        if (origin && index % KINDS == WRITE && recovery.recovered() && !writesRecovered[tracker.fault]) {
            writesRecovered[tracker.fault] = true;
            firstWrite.recovered(tracker.fault);
        }
    }

    /** The recoveries of a fault that are known, in the order of regions and operations. */
    List<Recovery> ofOrigins(int fault) {
        return known(originRecoveries[fault]);
    }

    /** The same per endpoint. */
    List<Recovery> ofEndpoints(int fault) {
        return known(endpointRecoveries[fault]);
    }

    private Recovery recovery(RecoverySeries series, RecoveryTracker tracker) {
        long nanos = tracker.recoveryNanos();
        return new Recovery(
                series.place,
                series.operation,
                nanos,
                series.goodWithinNanos(),
                RecoveryParts.of(marks.all(), tracker.injectedAt, tracker.injectedAt + nanos));
    }

    private void connected(RecoverySeries series, long from, long now, boolean succeeded) {
        if (before(from)) {
            series.startedBefore(from);
            if (!injected) {
                series.endedBefore(now - from);
            }
        }
        series.whole(from, now, succeeded);
    }

    private RecoverySeries[] series() {
        RecoverySeries[] all = new RecoverySeries[KINDS * plan.regions().size()];
        for (int i = 0; i < all.length; i++) {
            int kind = i % KINDS;
            String operation = MetricCatalog.OPERATIONS.get(kind);
            all[i] = kind == CONNECT
                    ? new RecoverySeries(i / KINDS, operation, plan.patienceNanos(), FEWEST_CONNECTS, this)
                    : new RecoverySeries(i / KINDS, operation, 0, this);
        }
        return all;
    }

    private boolean before(long start) {
        return !injected && start >= plan.warmupNanos();
    }

    private static int index(int place, Plan transaction) {
        return KINDS * place + (transaction.readOnly() ? READ : WRITE);
    }

    private static List<Recovery> known(Recovery[] found) {
        List<Recovery> all = new ArrayList<>();
        for (Recovery recovery : found) {
            if (recovery != null) {
                all.add(recovery);
            }
        }
        return all;
    }
}
