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
        boolean untilFound,
        boolean verify,
        int threads) {
    /** What makes two explorations the same but for their length. */
    String identity() {
        return "seed=" + seed + " budget=" + budget.label() + " bug=" + bug.label() + " base="
                + (base == null
                        ? "none"
                        : base.source().sha256() + base.source().overrides());
    }
}
