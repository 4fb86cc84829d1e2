package dsqlsim.compare;

import dsqlsim.architecture.Architecture;
import dsqlsim.architecture.Architecture.Span;
import dsqlsim.scenario.Scenario;
import dsqlsim.scenario.Topology;
import dsqlsim.workload.WorkloadSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a design can be asked what a scenario asks, and how. Clients, arrivals, keys, places and faults stay as they are; only
 * what the design itself needs is changed, and said.
 *
 * @param scenario as the design runs it; null if it does not fit
 * @param changes what was adapted, a sentence each
 * @param reason why it does not fit; null if it does
 */
public record Fit(Architecture architecture, Scenario scenario, List<String> changes, String reason) {
    public Fit {
        changes = List.copyOf(changes);
    }

    public static Fit of(Scenario scenario, Architecture architecture) {
        Span span = architecture.span();
        Topology topology = scenario.topology();
        int regions = topology.regions().size();
        if (regions < span.least()) {
            return refused(architecture, "it needs " + regions(span.least()) + "; the scenario has " + regions);
        }
        if (regions > span.most() && span.most() > 1) {
            return refused(architecture, "it takes at most " + regions(span.most()) + "; the scenario has " + regions);
        }
        Topology own = topology.of(architecture.name(), span.witness());
        if (span.witness() && own.witness() == null) {
            return refused(architecture, "it needs a witness, and no region is known that could be it");
        }
        boolean alone = span.most() == 1 && regions > 1;
        List<WorkloadSpec> workloads = alone ? atHome(scenario) : scenario.workloads();
        Scenario adapted = scenario.on(own, workloads, span.most() > 1 && regions > 1);
        List<String> broken = adapted.broken();
        return broken.isEmpty()
                ? new Fit(architecture, adapted, changes(scenario, adapted, span), null)
                : refused(architecture, String.join("; ", broken));
    }

    /** Whether the design can be asked. */
    public boolean fits() {
        return scenario != null;
    }

    private static Fit refused(Architecture architecture, String reason) {
        return new Fit(architecture, null, List.of(), reason);
    }

    private static List<WorkloadSpec> atHome(Scenario scenario) {
        String home = scenario.topology().regionNames().get(0);
        return scenario.workloads().stream()
                .map(each -> each.routed(each.routing().toOnly(home)))
                .toList();
    }

    private static List<String> changes(Scenario scenario, Scenario adapted, Span span) {
        List<String> changes = new ArrayList<>();
        List<String> names = scenario.topology().regionNames();
        if (span.most() == 1 && names.size() > 1) {
            changes.add("lives in " + names.get(0)
                    + "; clients elsewhere connect to it across regions, and have no other" + " endpoint");
        }
        if (scenario.topology().witness() == null && adapted.topology().witness() != null) {
            changes.add("has " + adapted.topology().witness() + " as its witness, which the scenario does not name");
        } else if (scenario.topology().witness() != null && !span.witness()) {
            changes.add("has no use for the witness " + scenario.topology().witness());
        }
        return changes;
    }

    private static String regions(int count) {
        return count + (count == 1 ? " region" : " regions");
    }
}
