package dsqlsim.run;

import dsqlsim.report.RunResult;
import java.util.List;
import java.util.Map;

/**
 * One execution of a scenario.
 *
 * @param scalars the numbers by which repetitions and studies compare executions, by name; null where there was no sample
 * @param idle faults that did nothing to this design
 */
public record Trial(RunResult result, Map<String, Double> scalars, List<Idle> idle) {
    /** A fault that did nothing to a design, and why. */
    public record Idle(String fault, String reason) {}

    /** Of a run whose faults all did something. */
    public Trial(RunResult result, Map<String, Double> scalars) {
        this(result, scalars, List.of());
    }
}
