package dsqlsim.run;

import dsqlsim.architecture.Architecture;
import dsqlsim.ledger.Setting;
import dsqlsim.report.AssumptionUse;
import dsqlsim.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;

/** Which entries of the ledger a run was made of. */
final class AssumptionsUsed {
    /** Parts of the ledger that become parts of a scenario when it is read, so that no run asks for them. */
    private static final List<String> READ_WITH_THE_SCENARIO =
            List.of("routing", "route53", "monitoring", "lifecycle", "cache");

    private AssumptionsUsed() {}

    /** What the run of a scenario asked for, what the scenario sets, and what it was made of when it was read. */
    static List<AssumptionUse> of(Scenario scenario, Architecture architecture) {
        List<AssumptionUse> uses = new ArrayList<>();
        boolean multi = architecture.span().most() > 1;
        for (Setting each : scenario.settings().all()) {
            if (concerns(scenario, each)) {
                uses.add(new AssumptionUse(
                        each.assumption().id(),
                        each.text(),
                        each.assumption().source(),
                        each.assumption().confidence().label(),
                        each.overridden(),
                        each.overridden() ? each.assumption().standard(scenario.preset(), multi) : null));
            }
        }
        return uses;
    }

    private static boolean concerns(Scenario scenario, Setting each) {
        String id = each.assumption().id();
        boolean asked = scenario.settings().asked(id);
        boolean read = READ_WITH_THE_SCENARIO.contains(id.substring(0, id.indexOf('.')));
        return each.overridden() || asked || read && scenario.follows(id);
    }
}
