package dsqlsim.workload;

import dsqlsim.kernel.LongMap;
import dsqlsim.kernel.Randomness;
import dsqlsim.txn.Plan;
import java.util.List;

/** Plans that a schedule states, row by row. */
final class ScheduledPlans implements Plans {
    private final int workload;
    private final long workKey;
    private final KeyTable table;
    private final List<ArrivalsSpec.Scheduled> transactions;
    private final LongMap placeOfNumber = new LongMap();

    ScheduledPlans(int workload, long workloadKey, KeyTable table, ArrivalsSpec.Schedule schedule) {
        this.workload = workload;
        this.workKey = Randomness.key(workloadKey, "work");
        this.table = table;
        this.transactions = schedule.transactions();
        for (int place = 0; place < transactions.size(); place++) {
            placeOfNumber.put(schedule.number(place), place);
        }
    }

    @Override
    public Plan plan(long serial) {
        int kind = (int) placeOfNumber.get(ScheduledArrivals.number(serial));
        ArrivalsSpec.Scheduled scheduled = transactions.get(kind);
        TransactionSpec what = scheduled.what();
        int[] rows = new int[scheduled.rows().size()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = table.base() + scheduled.rows().get(i);
        }
        long work = what.work().isZero() ? 0 : what.work().sample(Randomness.key(workKey, serial));
        return new Plan(workload, kind, rows, what.reads(), what.forUpdate(), what.blind(), what.statements(), work);
    }
}
