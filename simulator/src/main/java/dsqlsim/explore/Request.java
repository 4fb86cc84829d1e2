package dsqlsim.explore;

import dsqlsim.ledger.PlantedBug;
import dsqlsim.scenario.Scenario;

/**
 * What to explore.
 *
 * @param seed governs every draw
 * @param runs how many scenarios, at most
 * @param nanos how long, at most; 0 for as long as it takes
 * @param bug planted in every scenario
 * @param base the scenario whose topology, load and settings are kept and whose faults come first; null to draw everything
 * @param architecture the design, which is that of the base; null for DSQL, in one region or two
 * @param untilFound whether to stop at the first finding
 * @param verify whether to run everything twice
 * @param threads how many at once; without influence on what is found
 */
public record Request(
        long seed,
        int runs,
        long nanos,
        Budget budget,
        PlantedBug bug,
        Scenario base,
        String architecture,
        boolean untilFound,
        boolean verify,
        int threads) {
    /** Whether it is DSQL that is explored. */
    boolean dsql() {
        return architecture == null || Ground.isDsql(architecture);
    }

    /** What makes two explorations the same but for their length. */
    String identity() {
        String design = architecture == null || base != null ? "" : " architecture=" + architecture;
        return "seed=" + seed + " budget=" + budget.label() + " bug=" + bug.label() + design + " base="
                + (base == null
                        ? "none"
                        : base.source().sha256() + base.source().overrides());
    }
}
