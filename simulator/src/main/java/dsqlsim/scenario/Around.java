package dsqlsim.scenario;

import dsqlsim.cache.CacheSpec;
import dsqlsim.monitor.MonitorSpec;
import dsqlsim.operation.Step;
import java.util.List;

/** What a scenario puts around its database: what operators do, how failures get known, and a cache; null for none. */
public record Around(List<Step> operations, List<MonitorSpec> monitors, CacheSpec cache) {
    /** Nothing. */
    public static final Around NOTHING = new Around(List.of(), List.of(), null);

    public Around {
        operations = List.copyOf(operations);
        monitors = List.copyOf(monitors);
    }
}
