package dsqlsim.run;

import dsqlsim.report.RunResult;
import java.util.Map;

/**
 * One execution of a scenario.
 *
 * @param scalars the numbers by which repetitions and studies compare executions, by name; null where there was no sample
 */
public record Trial(RunResult result, Map<String, Double> scalars) {}
