package dsqlsim.compare;

import dsqlsim.report.RunResult;
import dsqlsim.run.Trial;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A design that was run.
 *
 * @param result of replication 0, with the distributions of all
 * @param scalars of each replication, by name
 * @param idle faults that did nothing to it
 */
record Entrant(Fit fit, RunResult result, List<Map<String, Double>> scalars, List<Trial.Idle> idle) {
    Entrant {
        scalars = List.copyOf(scalars);
        idle = List.copyOf(idle);
    }

    String name() {
        return fit.architecture().name();
    }

    /** The mean over the replications that have a value; null if none has. */
    Double mean(String scalar) {
        double sum = 0;
        int count = 0;
        for (Map<String, Double> each : scalars) {
            Double value = each.get(scalar);
            if (value != null) {
                sum += value;
                count++;
            }
        }
        return count == 0 ? null : (Double) (sum / count);
    }

    /** In how many replications a scalar has a value. */
    long having(String scalar) {
        return scalars.stream()
                .map(each -> each.get(scalar))
                .filter(Objects::nonNull)
                .count();
    }
}
