package dsqlsim.scenario;

import dsqlsim.cache.CacheSpec;
import dsqlsim.monitor.MonitorSpec;
import dsqlsim.operation.Clusters;
import dsqlsim.operation.Step;
import java.util.List;

/** What a scenario puts around its database: what operators do, how failures get known, and a cache; null for none. */
public record Around(List<Step> operations, List<MonitorSpec> monitors, CacheSpec cache) {
    /** Nothing. */
    public static final Around NOTHING = new Around(List.of(), List.of(), null);

    /** Whether anything here follows an assumption of the ledger that is about what stands around a database. */
    boolean follows(String assumption) {
        boolean clusters = operations.stream()
                .anyMatch(step -> Clusters.ACTIONS.contains(step.order().action()));
        return switch (assumption.substring(0, assumption.indexOf('.'))) {
            case "monitoring" -> !monitors.isEmpty();
            case "lifecycle" -> clusters || !monitors.isEmpty();
            case "cache" -> cache != null;
            default -> true;
        };
    }

    public Around {
        operations = List.copyOf(operations);
        monitors = List.copyOf(monitors);
    }
}
