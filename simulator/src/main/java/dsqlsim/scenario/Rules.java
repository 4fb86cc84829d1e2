package dsqlsim.scenario;

import dsqlsim.ledger.Settings;
import dsqlsim.yaml.Cursor;
import java.util.Optional;

/** Rules between the parts of a scenario for Aurora DSQL. */
final class Rules {
    private final Scenario scenario;

    Rules(Scenario scenario) {
        this.scenario = scenario;
    }

    void check(Cursor topologyField, Cursor settingsField) {
        if (!Architectures.isDsql(scenario.topology().architecture())) {
            return;
        }
        Settings settings = scenario.settings();
        Cursor at = settingsField.present() ? settingsField : topologyField;
        journals(at, settings);
        LeaseRule lease = new LeaseRule(scenario.topology(), settings, scenario.network(), scenario.clocks());
        Optional<String> unknown = lease.unknownPair(scenario.preset());
        if (unknown.isPresent()) {
            topologyField.reject("no latency is known for '" + unknown.get() + "'; give it under 'network'");
        }
        long shortest = lease.shortestNanos();
        if (settings.nanos("adjudicator.lease") < shortest) {
            at.reject("the lease of " + settings.text("adjudicator.lease")
                    + " is too short for this topology: expected at least "
                    + (shortest + 999_999) / 1_000_000
                    + "ms for lead, round trip to the farthest member, renewal, promise timeout and clock bounds");
        }
    }

    private void journals(Cursor at, Settings settings) {
        double replicas = settings.number("journal.replicas");
        double quorum = settings.number("journal.quorum");
        if (2 * quorum <= replicas || quorum > replicas) {
            at.reject("expected a journal.quorum of more than half of the journal.replicas, not "
                    + settings.text("journal.quorum") + " of " + settings.text("journal.replicas"));
        }
        boolean multi = scenario.topology().multiRegion();
        int places = multi
                ? scenario.topology().regions().size() + 1
                : scenario.topology().regions().get(0).zones().size();
        if (replicas > places) {
            at.reject("expected a place for each of " + settings.text("journal.replicas") + " journal replicas, not "
                    + places + (multi ? " regions" : " zones"));
        }
    }
}
