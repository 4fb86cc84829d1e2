package dsqlsim.workload;

import dsqlsim.kernel.Randomness;
import dsqlsim.txn.Plan;

/** A hash over what was asked for, and when, in order. */
final class PlanHash {
    private PlanHash() {}

    static long add(long hash, long now, Plan plan) {
        long sum = Randomness.mix(hash + now);
        sum = Randomness.mix(sum + (((long) plan.kind << 32) | plan.rows.length));
        sum = Randomness.mix(sum + plan.workNanos);
        for (int row : plan.rows) {
            sum = Randomness.mix(sum + row);
        }
        return sum;
    }
}
