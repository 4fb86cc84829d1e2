package dsqlsim.explore;

import dsqlsim.scenario.Scenario;
import dsqlsim.txn.Observer;
import dsqlsim.txn.Plan;
import dsqlsim.workload.Keyspace;
import dsqlsim.workload.TransactionSpec;
import dsqlsim.workload.WorkloadSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a run's clients wanted, transaction by transaction: as the schedules of its workloads. */
final class Offers implements Observer {
    private final Scenario scenario;
    private final Keyspace keyspace;
    private final List<List<Map<String, Object>>> schedules = new ArrayList<>();
    private int count;

    Offers(Scenario scenario) {
        this.scenario = scenario;
        keyspace = Keyspace.of(scenario.workloads());
        scenario.workloads().forEach(each -> schedules.add(new ArrayList<>()));
    }

    @Override
    public void offered(int workload, int region, long transaction, Plan plan, long now) {
        if (++count > Schedules.MOST) {
            return;
        }
        WorkloadSpec spec = scenario.workloads().get(workload);
        int base = keyspace.table(spec.keys().table()).base();
        TransactionSpec kind = spec.transactions().get(plan.kind);
        List<Map<String, Object>> schedule = schedules.get(workload);
        schedule.add(Draft.entries(
                "at",
                Schedules.time(now),
                "number",
                String.valueOf(schedule.size()),
                "reads",
                rows(plan, base, 0, plan.reads),
                "writes",
                rows(plan, base, plan.reads, plan.rows.length),
                "statements",
                kind.statements() > 1 ? String.valueOf(kind.statements()) : null,
                "blind",
                plan.blind ? "true" : null,
                "work",
                plan.workNanos > 0 ? Schedules.time(plan.workNanos) : null,
                "for-update",
                plan.forUpdate > 0 ? String.valueOf(plan.forUpdate) : null));
    }

    private static List<String> rows(Plan plan, int base, int from, int to) {
        List<String> rows = new ArrayList<>();
        for (int i = from; i < to; i++) {
            rows.add(String.valueOf(plan.rows[i] - base));
        }
        return rows.isEmpty() ? null : rows;
    }

    /** Whether there were few enough to write them all down. */
    boolean complete() {
        return count > 0 && count <= Schedules.MOST;
    }

    /** Of each workload, in the scenario's order. */
    List<List<Map<String, Object>>> schedules() {
        return schedules;
    }
}
