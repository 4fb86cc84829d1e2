package dsqlsim.run;

import static dsqlsim.run.Told.ONE_REGION;
import static dsqlsim.run.Told.TWO_REGIONS;
import static dsqlsim.run.Told.run;
import static dsqlsim.run.Told.safe;
import static org.assertj.core.api.Assertions.assertThat;

import dsqlsim.report.RunResult;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However links are cut, nothing is lost, at most one side serves, and somebody does. */
class PartitionTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long LEASE = SECOND / 2;
    private static final long CUT = 3 * SECOND;
    private static final long HEALED = 15 * SECOND;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "isolate: [us-east-1]",
                "isolate: [us-east-2]",
                "isolate: [us-east-1], direction: inbound",
                "isolate: [us-east-1], direction: outbound",
                "isolate: [us-east-2], direction: inbound",
                "isolate: [us-east-2], direction: outbound",
                "between: [[us-east-1], [us-east-2]]",
                "between: [[us-east-1], [us-east-2]], direction: outbound",
                "between: [[us-east-1], [us-east-2]], direction: inbound"
            })
    void ofAPairOfRegionsOnlyTheOneInTheMajorityServes(String cut) {
        ServiceWatch virginia = new ServiceWatch(0);
        ServiceWatch ohio = new ServiceWatch(1);
        safe(run(
                Options.STANDARD.observing(new Observers(virginia, ohio)),
                TWO_REGIONS,
                "duration=17s",
                "faults=[{id: cut, at: 3s, for: 12s, partition: {" + cut + "}}]"));
        assertThat(virginia.evictedAt()).as("a region is voted out").isPositive();
        long out = virginia.evictedAt() + LEASE;
        boolean virginiaIsOut = virginia.writes(out, HEALED) < ohio.writes(out, HEALED);
        ServiceWatch minority = virginiaIsOut ? virginia : ohio;
        ServiceWatch majority = virginiaIsOut ? ohio : virginia;
        assertThat(minority.writes(0, CUT)).isPositive();
        assertThat(minority.writes(out, HEALED)).isZero();
        assertThat(minority.reads(out, HEALED)).isZero();
        assertThat(majority.writes(out + SECOND, HEALED)).isGreaterThan(40);
        assertThat(majority.reads(out + SECOND, HEALED)).isGreaterThan(80);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "isolate: [us-west-2]",
                "isolate: [us-west-2], direction: inbound",
                "isolate: [us-west-2], direction: outbound",
                "between: [[us-east-1], [us-west-2]]",
                "between: [[us-east-2], [us-west-2]]",
                "between: [[us-east-2], [us-west-2]], direction: outbound"
            })
    void withoutTheWitnessBothRegionsServe(String cut) {
        ServiceWatch virginia = new ServiceWatch(0);
        ServiceWatch ohio = new ServiceWatch(1);
        RunResult result = safe(run(
                Options.STANDARD.observing(new Observers(virginia, ohio)),
                TWO_REGIONS,
                "faults=[{id: cut, at: 3s, for: 7s, partition: {" + cut + "}}]"));
        assertThat(virginia.evictedAt()).isNegative();
        assertThat(Told.workload(result, "cut", "virginia").availability()).isEqualTo(1);
        assertThat(Told.workload(result, "cut", "ohio").availability()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "isolate: [us-east-1a]",
                "isolate: [us-east-1b]",
                "isolate: [us-east-1c]",
                "isolate: [us-east-1a], direction: inbound",
                "isolate: [us-east-1a], direction: outbound",
                "isolate: [us-east-1b], direction: inbound",
                "isolate: [us-east-1c], direction: outbound",
                "between: [[us-east-1a], [us-east-1b]]",
                "between: [[us-east-1b], [us-east-1c]]",
                "between: [[us-east-1c], [us-east-1a]]",
                "between: [[us-east-1a], [us-east-1b]], direction: outbound",
                "between: [[us-east-1b], [us-east-1a]], direction: outbound"
            })
    void zonesOfARegionMayBeCutInAnyShape(String cut) {
        CommitWatch watch = new CommitWatch();
        RunResult result = safe(run(
                Options.STANDARD.observing(watch),
                ONE_REGION,
                "faults=[{id: cut, at: 3s, for: 2s, partition: {" + cut + "}}]"));
        assertThat(watch.lostUpdates()).isZero();
        // Between two zones alone, no leader is without a quorum: clients in one are without the leader in the other.
        assertThat(Told.workload(result, "cut", "orders").availability())
                .isGreaterThan(cut.startsWith("isolate") ? 0.6 : 0.35);
        // A connection that stalled for two seconds sends again after three.
        assertThat(Told.workload(result, "after", "orders").availability()).isGreaterThan(0.97);
    }
}
