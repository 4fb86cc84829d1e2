package dsqlsim.scenario;

import dsqlsim.monitor.MonitorSpec;
import dsqlsim.operation.Step;
import java.util.List;

/** What a scenario puts around its database: what operators do, and how failures get known. */
public record Around(List<Step> operations, List<MonitorSpec> monitors) {
    /** Nothing. */
    public static final Around NOTHING = new Around(List.of(), List.of());

    public Around {
        operations = List.copyOf(operations);
        monitors = List.copyOf(monitors);
    }
}
