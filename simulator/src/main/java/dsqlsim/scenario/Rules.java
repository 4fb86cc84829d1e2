package dsqlsim.scenario;

import dsqlsim.ledger.Settings;
import dsqlsim.yaml.Cursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rules between the parts of a scenario for Aurora DSQL. */
final class Rules {
    private final Scenario scenario;
    private final Topology topology;
    private final List<Broken> broken = new ArrayList<>();

    /** A rule that is broken, and whether the settings could mend it; else it is the topology's. */
    private record Broken(boolean bySettings, String message) {}

    Rules(Scenario scenario) {
        this.scenario = scenario;
        Topology whole = scenario.topology();
        topology = whole.architecture().equals(Architectures.DSQL_SINGLE_REGION) ? whole.home() : whole;
        if (Architectures.isDsql(whole.architecture())) {
            journals(scenario.settings());
            lease(scenario.settings());
        }
    }

    void check(Cursor topologyField, Cursor settingsField) {
        Cursor at = settingsField.present() ? settingsField : topologyField;
        broken.forEach(each -> (each.bySettings() ? at : topologyField).reject(each.message()));
    }

    /** What is wrong, in words. */
    List<String> messages() {
        return broken.stream().map(Broken::message).toList();
    }

    private void lease(Settings settings) {
        LeaseRule lease = new LeaseRule(topology, settings, scenario.network(), scenario.clocks());
        Optional<String> unknown = lease.unknownPair(scenario.preset());
        if (unknown.isPresent()) {
            broken.add(new Broken(false, "no latency is known for '" + unknown.get() + "'; give it under 'network'"));
        }
        long shortest = lease.shortestNanos();
        if (settings.nanos("adjudicator.lease") < shortest) {
            broken.add(new Broken(
                    true,
                    "the lease of " + settings.text("adjudicator.lease")
                            + " is too short for this topology: expected at least "
                            + (shortest + 999_999) / 1_000_000
                            + "ms for lead, round trip to the farthest member, renewal, promise timeout and clock"
                            + " bounds"));
        }
    }

    private void journals(Settings settings) {
        double replicas = settings.number("journal.replicas");
        double quorum = settings.number("journal.quorum");
        if (2 * quorum <= replicas || quorum > replicas) {
            broken.add(new Broken(
                    true,
                    "expected a journal.quorum of more than half of the journal.replicas, not "
                            + settings.text("journal.quorum") + " of " + settings.text("journal.replicas")));
        }
        boolean multi = topology.multiRegion();
        int places = multi
                ? topology.regions().size() + 1
                : topology.regions().get(0).zones().size();
        if (replicas > places) {
            broken.add(new Broken(
                    true,
                    "expected a place for each of " + settings.text("journal.replicas") + " journal replicas, not "
                            + places + (multi ? " regions" : " zones")));
        }
    }
}
