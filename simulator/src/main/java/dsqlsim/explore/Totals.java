package dsqlsim.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.math3.distribution.BetaDistribution;

/** What all runs up to some number came to, put together in their order. */
public final class Totals {
    private int runs;
    private long fired;
    private int violated;
    private final Map<String, Long> events = new TreeMap<>();
    private final Coverage coverage = new Coverage();
    private final Map<String, Integer> kinds = new TreeMap<>();
    private final List<Finding> findings = new ArrayList<>();

    /** The next run. */
    void add(Outcome outcome) {
        runs++;
        fired += outcome.fired();
        outcome.events().forEach((type, count) -> events.merge(type, count, Long::sum));
        coverage.add(outcome.coverage());
        violated += outcome.violations().isEmpty() ? 0 : 1;
        for (Violation each : outcome.violations()) {
            if (kinds.merge(kind(each), 1, Integer::sum) == 1) {
                findings.add(
                        new Finding(outcome.number(), each.check(), each.anomaly(), each.evidence(), outcome.text()));
            }
        }
    }

    /** Findings are of one kind when the same check fails; mistakes of the simulator, when the same place fails. */
    private static String kind(Violation violation) {
        return violation.check().equals(Violation.CRASH)
                ? violation.check() + "/" + violation.anomaly()
                : violation.check();
    }

    /** Puts back what an earlier session had. */
    void restore(
            int runsDone,
            long firedDone,
            int violatedDone,
            Map<String, Long> eventsDone,
            Map<String, long[]> cells,
            Map<String, Integer> kindsDone,
            List<Finding> found) {
        runs = runsDone;
        fired = firedDone;
        violated = violatedDone;
        events.putAll(eventsDone);
        cells.forEach((row, counts) -> System.arraycopy(counts, 0, coverage.cell(row), 0, counts.length));
        kinds.putAll(kindsDone);
        findings.addAll(found);
    }

    public int runs() {
        return runs;
    }

    /** Simulated events that were fired. */
    public long fired() {
        return fired;
    }

    /** Runs in which anything was found. */
    public int violated() {
        return violated;
    }

    /** Counts of interesting events by type. */
    public Map<String, Long> events() {
        return events;
    }

    /** How often each kind of finding was found. */
    public Map<String, Integer> kinds() {
        return kinds;
    }

    /** The first finding of each kind, in the order of runs. */
    public List<Finding> findings() {
        return findings;
    }

    Coverage coverage() {
        return coverage;
    }

    /** How often, of each part and kind of fault, transactions were in each phase. */
    public Map<String, long[]> cells() {
        return coverage.rows();
    }

    /** The largest share of violating runs that agrees with what was seen, at 95 %: 3/n when none was. */
    public double bound() {
        if (runs == 0) {
            return 1;
        }
        return violated == 0
                ? Math.min(1, 3.0 / runs)
                : new BetaDistribution(null, violated + 1.0, Math.max(1e-9, runs - (double) violated))
                        .inverseCumulativeProbability(0.95);
    }
}
