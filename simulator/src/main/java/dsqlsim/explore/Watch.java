package dsqlsim.explore;

import dsqlsim.fault.Fault;
import dsqlsim.scenario.Scenario;
import dsqlsim.txn.Attempt;
import dsqlsim.txn.Incident;
import dsqlsim.txn.Observer;
import dsqlsim.txn.Operation;
import dsqlsim.txn.Outcome;
import dsqlsim.workload.TransactionSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Watches one run: how often interesting things happen, what faults hit, and whether the system comes back in the end. */
final class Watch implements Observer {
    private static final int ENOUGH = 5;

    private final Scenario scenario;
    private final Map<String, Long> events = new TreeMap<>();
    private final Coverage coverage = new Coverage();
    private final OpenAttempts open;
    private final long lastNanos;
    private final long comeBackNanos;
    private final int[] decidedLate;
    private final int[] triedLate;
    /** Begun before the last part of the run, and not ended: with a small pool all that there are. */
    private final int[] waiting;

    private long lastAt;
    private long started;
    private long unnoticed;
    private long firstUnnoticedAt;

    Watch(Scenario scenario) {
        this.scenario = scenario;
        boolean multi = scenario.topology().regions().size() > 1;
        lastNanos = Span.servedMs(multi) * 1_000_000L;
        comeBackNanos = Span.comeBackMs(multi) * 1_000_000L;
        open = new OpenAttempts(
                this::severalShards, scenario.topology().regions().size());
        decidedLate = new int[scenario.workloads().size()];
        triedLate = new int[scenario.workloads().size()];
        waiting = new int[scenario.workloads().size()];
    }

    /** When something was last heard of, in nanoseconds. */
    long lastAt() {
        return lastAt;
    }

    /** Counts by type of event. */
    Map<String, Long> events() {
        return events;
    }

    Coverage coverage() {
        return coverage;
    }

    @Override
    public void happened(String type, int node, int shard, long epoch, long now) {
        count(type);
        lastAt = now;
    }

    @Override
    public void counted(Incident what, int region, long now) {
        if (what == Incident.UNNOTICED_CONFLICTS && unnoticed++ == 0) {
            firstUnnoticedAt = now;
        }
    }

    /** With version vectors every conflict is noticed. */
    Optional<Violation> unnoticed() {
        boolean notices = scenario.topology().architecture().equals("active-active-lww")
                && scenario.settings().text(LwwDice.RESOLVER).equals("vector-clock");
        if (!notices || unnoticed == 0) {
            return Optional.empty();
        }
        String evidence = unnoticed
                + " times versions of a row met of which neither had seen the other, and one was taken for the"
                + " later, so that nobody could be told; first at " + firstUnnoticedAt / 1e9 + " s";
        return Optional.of(new Violation("conflicts-noticed", "unnoticed-conflict", List.of(evidence)));
    }

    @Override
    public void injected(int fault, long now) {
        Fault what = scenario.faults().get(fault);
        for (String row : Coverage.rowsOf(what, scenario.topology().witness())) {
            open.count(coverage.cell(row));
        }
    }

    @Override
    public void abandoned(long attempt, int workload, long now) {
        count("abandoned");
    }

    /** How many attempts were begun. */
    long started() {
        return started;
    }

    @Override
    public void started(Attempt attempt) {
        started++;
        open.started(attempt);
        lastAt = attempt.startedAt;
        waiting[attempt.plan.workload] += late(attempt.startedAt) ? 0 : 1;
        if (late(attempt.startedAt) && attempt.startedAt < scenario.durationNanos() - lastNanos / 3) {
            triedLate[attempt.plan.workload]++;
        }
    }

    @Override
    public void answered(Attempt attempt, Operation operation, long from, long now) {
        open.answered(attempt, operation);
    }

    @Override
    public void appended(int shard, long epoch, long sequence, long timestamp, long attempt, long now) {
        open.appended(attempt);
    }

    @Override
    public void delivered(int place, int shard, long sequence, long timestamp, long attempt, int[] rows, long now) {
        open.delivered(attempt);
    }

    @Override
    public void ended(Attempt attempt) {
        open.ended(attempt);
        lastAt = attempt.endedAt;
        waiting[attempt.plan.workload] -= late(attempt.startedAt) ? 0 : 1;
        count(name(attempt));
        boolean decided = attempt.outcome == Outcome.COMMITTED || attempt.outcome.aborted();
        if (late(attempt.endedAt) && decided) {
            decidedLate[attempt.plan.workload]++;
        }
    }

    private static String name(Attempt attempt) {
        if (attempt.outcome == Outcome.UNKNOWN) {
            return "unknown-outcome";
        }
        if (attempt.outcome == Outcome.COMMITTED) {
            return attempt.plan.readOnly() ? "read" : "committed";
        }
        return attempt.outcome.aborted() ? "aborted" : "failed";
    }

    private boolean severalShards(Attempt attempt) {
        TransactionSpec spec =
                scenario.workloads().get(attempt.plan.workload).transactions().get(attempt.plan.kind);
        return spec.shards() > 1;
    }

    private void count(String type) {
        events.merge(type, 1L, Long::sum);
    }

    private boolean late(long now) {
        return now >= scenario.durationNanos() - lastNanos;
    }

    // ---- safety, then liveness

    /** All is healed for long enough, and a workload is still served nothing; {@code waits} says what stands still. */
    Optional<Violation> stuck(List<String> waits) {
        if (!Ground.isDsql(scenario.topology().architecture())) {
            return Optional.empty(); // Others wait for people, restores and name servers, longer than such a run.
        }
        long healed = healedAt(scenario);
        if (healed == Long.MAX_VALUE || healed + comeBackNanos > scenario.durationNanos() - lastNanos) {
            return Optional.empty();
        }
        for (int i = 0; i < triedLate.length; i++) {
            if (triedLate[i] + waiting[i] >= ENOUGH && decidedLate[i] == 0) {
                return Optional.of(stuck(i, healed, waits));
            }
        }
        return Optional.empty();
    }

    /** When the last fault has healed, in nanoseconds; the end of time if one never does. */
    static long healedAt(Scenario scenario) {
        long healed = 0;
        for (Fault each : scenario.faults()) {
            if (each.lasts()) {
                return Long.MAX_VALUE;
            }
            long end = each.atNanos() + (each.count() - 1) * each.everyNanos() + each.forNanos();
            healed = Calm.isOne(each) ? healed : Math.max(healed, end);
        }
        return healed;
    }

    private Violation stuck(int workload, long healed, List<String> waits) {
        String name = scenario.workloads().get(workload).name();
        String evidence = "all faults were healed at " + healed / 1e9 + " s, yet none of "
                + (triedLate[workload] + waiting[workload]) + " attempts of " + name + " in the last " + lastNanos / 1e9
                + " s was decided";
        if (waiting[workload] > 0) {
            evidence += "; " + waiting[workload] + " of them had been under way for longer";
        }
        List<String> all = new ArrayList<>(List.of(evidence));
        all.addAll(waits);
        return new Violation(Violation.STUCK, "no-progress", all);
    }
}
