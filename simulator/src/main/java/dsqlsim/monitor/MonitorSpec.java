package dsqlsim.monitor;

import dsqlsim.kernel.Distribution;
import dsqlsim.operation.Order;
import dsqlsim.probe.Probe;
import java.util.ArrayList;
import java.util.List;

/**
 * One pipeline of a scenario's monitoring.
 *
 * @param region where schedule, function, metric and alarm run; all of it is gone with that region
 * @param watches the region that is asked
 * @param everyNanos of the schedule; at least a minute
 * @param lateness of each of its runs
 * @param tries of a run before it says unhealthy
 * @param backoffNanos after the first try; then twice as long each time
 * @param probeTimeoutNanos of a try
 * @param functionTimeoutNanos then a run is killed, and says nothing
 * @param dimensions under which the metric is stored
 * @param notification from the alarm to a person's pager
 * @param reaction from there to the action
 * @param order what that person does; null for nothing
 */
public record MonitorSpec(
        String name,
        String region,
        String watches,
        Probe probe,
        long everyNanos,
        Distribution lateness,
        int tries,
        long backoffNanos,
        long probeTimeoutNanos,
        long functionTimeoutNanos,
        List<String> dimensions,
        AlarmSpec alarm,
        Distribution notification,
        Distribution reaction,
        Order order) {

    public MonitorSpec {
        dimensions = List.copyOf(dimensions);
    }

    /** What of this pipeline can't do what it is for, whatever happens; a sentence each. */
    public List<String> defects() {
        List<String> defects = new ArrayList<>();
        if (!alarmSeesMetric()) {
            defects.add(about("its alarm looks at " + dimensions(alarm.dimensions()) + ", its metric is stored under "
                    + dimensions(dimensions) + ": it never sees a datapoint"));
        }
        if (region.equals(watches)) {
            defects.add(about("it runs in " + region + ", which it watches, and is lost with it"));
        }
        if (probe == Probe.CONTROL_PLANE) {
            defects.add(about(
                    "it asks the control plane: a data plane that fails alone goes unnoticed, and a cluster that is "
                            + "idle or being updated counts as unhealthy"));
        }
        if (order == null) {
            defects.add(about("nothing follows from its alarm: no traffic moves"));
        }
        return defects;
    }

    private String about(String defect) {
        return "monitor '" + name + "': " + defect;
    }

    private static String dimensions(List<String> dimensions) {
        return dimensions.isEmpty() ? "no dimensions" : String.join(" and ", dimensions);
    }

    /** Whether the alarm looks at what the function stores. */
    public boolean alarmSeesMetric() {
        return alarm.dimensions().size() == dimensions.size()
                && alarm.dimensions().containsAll(dimensions);
    }
}
