package dsqlsim.fault;

import dsqlsim.kernel.Randomness;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Every injection of a run, worked out before it begins. */
public final class FaultSchedule {
    private FaultSchedule() {}

    /**
     * The injections of all faults in order of time; faults of one instant in the scenario's order. What is random is a
     * function of the seed and the fault's id.
     *
     * @param durationNanos end of the run; nothing is injected at or after it
     */
    public static List<Occurrence> of(List<Fault> faults, Places places, long seed, long durationNanos) {
        List<Occurrence> occurrences = new ArrayList<>();
        for (int i = 0; i < faults.size(); i++) {
            repeat(i, faults.get(i), places, seed, durationNanos, occurrences);
        }
        occurrences.sort(Comparator.comparingLong(each -> each.at));
        return occurrences;
    }

    private static void repeat(
            int index, Fault fault, Places places, long seed, long end, List<Occurrence> occurrences) {
        long key = Randomness.key(Randomness.key(seed, "fault"), fault.id());
        for (int n = 0; n < fault.count(); n++) {
            long at = fault.atNanos() + n * fault.everyNanos();
            if (at >= end) {
                return;
            }
            long lasts = fault.lasts() ? Long.MAX_VALUE - end : fault.forNanos();
            for (Action.Step step : fault.action().steps(places, Randomness.key(key, n), Math.min(lasts, end - at))) {
                boolean whole = step.action() == fault.action();
                long begin = at + step.afterNanos();
                long until =
                        whole ? (fault.lasts() ? Occurrence.NEVER : at + fault.forNanos()) : begin + step.lastsNanos();
                if (begin < end) {
                    occurrences.add(new Occurrence(index, step.action(), begin, until));
                }
            }
        }
    }
}
