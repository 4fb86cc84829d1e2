package dsqlsim.trace;

import java.util.List;
import java.util.function.IntFunction;

/** The names that a scenario gives to what is a number in a run. */
public record Labels(List<String> workloads, List<String> faults, IntFunction<String> rows) {
    public Labels {
        workloads = List.copyOf(workloads);
        faults = List.copyOf(faults);
    }
}
