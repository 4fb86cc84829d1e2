package dsqlsim.kit;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The example of docs/TESTING.md. */
class DrawnPropertyTest {
    @Property(tries = 15)
    void nothingThatMustHoldBreaks(@ForAll @IntRange(max = 100_000) int number) {
        Dsqlsim.drawn(1, number).run().hasNoViolation();
    }

    @Property(tries = 15)
    void aCrashOfTheLeaderLosesNothing(
            @ForAll @IntRange(min = 1, max = 4) int shards,
            @ForAll @IntRange(min = 1_000, max = 3_000) int atMillis,
            @ForAll @IntRange(min = 10, max = 500) int forMillis) {
        Dsqlsim.yaml("""
                        dsqlsim: 1
                        duration: 5s
                        topology: {architecture: dsql-single-region, regions: [us-east-1]}
                        workload:
                          - {name: orders, arrivals: 50/s, transactions: {reads: 1, writes: 2}, keys: {space: 50}}
                        """)
                .set("topology.shards", String.valueOf(shards))
                .with("{at: " + atMillis + "ms, for: " + forMillis + "ms, crash: {role: adjudicator-leader}}")
                .run()
                .hasNoViolation();
    }
}
