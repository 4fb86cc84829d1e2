package dsqlsim.explore;

import dsqlsim.fault.Fault;
import dsqlsim.scenario.Scenario;
import dsqlsim.txn.Attempt;
import dsqlsim.txn.Observer;
import dsqlsim.txn.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Watches one run: how often interesting things happen, and whether the system comes back in the end. */
final class Watch implements Observer {
    /** How long before the end nobody may have failed to commit for good. */
    private static final long LAST_NANOS = 2_500_000_000L;

    private static final long COME_BACK_NANOS = 5_500_000_000L;
    private static final int ENOUGH = 8;

    private final Scenario scenario;
    private final Map<String, Long> events = new TreeMap<>();
    private final int[] committedLate;
    private final int[] triedLate;
    private long lastAt;

    Watch(Scenario scenario) {
        this.scenario = scenario;
        committedLate = new int[scenario.workloads().size()];
        triedLate = new int[scenario.workloads().size()];
    }

    long lastAt() {
        return lastAt;
    }

    /** Counts by type of event. */
    Map<String, Long> events() {
        return events;
    }

    @Override
    public void happened(String type, int node, int shard, long epoch, long now) {
        count(type);
        lastAt = now;
    }

    @Override
    public void abandoned(long attempt, int workload, long now) {
        count("abandoned");
    }

    @Override
    public void started(Attempt attempt) {
        lastAt = attempt.startedAt;
        if (late(attempt.startedAt) && attempt.startedAt < scenario.durationNanos() - LAST_NANOS / 3) {
            triedLate[attempt.plan.workload]++;
        }
    }

    @Override
    public void ended(Attempt attempt) {
        lastAt = attempt.endedAt;
        if (attempt.outcome == Outcome.UNKNOWN) {
            count("unknown-outcome");
        } else if (attempt.outcome == Outcome.COMMITTED && !attempt.plan.readOnly()) {
            count("committed");
        } else if (attempt.outcome.aborted()) {
            count("aborted");
        } else if (attempt.outcome.failed()) {
            count("failed");
        }
        boolean good = attempt.outcome == Outcome.COMMITTED || attempt.outcome.aborted();
        if (late(attempt.endedAt) && good) {
            committedLate[attempt.plan.workload]++;
        }
    }

    private void count(String type) {
        events.merge(type, 1L, Long::sum);
    }

    private boolean late(long now) {
        return now >= scenario.durationNanos() - LAST_NANOS;
    }

    /** Whether all is healed for long enough, and a workload is still served nothing. */
    Optional<Violation> stuck(Budget budget) {
        long healed = 0;
        for (Fault each : scenario.faults()) {
            if (each.lasts()) {
                return Optional.empty();
            }
            healed = Math.max(healed, each.atNanos() + each.forNanos());
        }
        if (budget == Budget.LIES || healed + COME_BACK_NANOS > scenario.durationNanos() - LAST_NANOS) {
            return Optional.empty();
        }
        for (int i = 0; i < triedLate.length; i++) {
            if (triedLate[i] >= ENOUGH && committedLate[i] == 0) {
                String name = scenario.workloads().get(i).name();
                String evidence = "all faults were healed at " + healed / 1e9 + " s, yet none of " + triedLate[i]
                        + " attempts of " + name + " in the last " + LAST_NANOS / 1e9 + " s was decided";
                return Optional.of(new Violation(Violation.STUCK, "no-progress", List.of(evidence)));
            }
        }
        return Optional.empty();
    }
}
