package dsqlsim.run;

import static dsqlsim.run.Told.ONE_REGION;
import static dsqlsim.run.Told.TWO_REGIONS;
import static dsqlsim.run.Told.run;
import static dsqlsim.run.Told.safe;
import static dsqlsim.run.Told.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import dsqlsim.report.RunResult;
import dsqlsim.report.SafetyVerdict;
import org.junit.jupiter.api.Test;

/** What keeps promises and sides apart is the mechanism: without it the same runs go wrong. */
class BrokenMechanismTest {
    private static RunResult isolatedZone(String lease) {
        return run(
                ONE_REGION,
                "workload.orders.arrivals=200/s",
                "workload.orders.keys={space: 60}",
                "settings={adjudicator.lease-on-promises: \"" + lease + "\"}",
                "faults=[{id: cut, at: 3s, for: 1s, partition: {isolate: [us-east-1a]}}]");
    }

    @Test
    void withoutALeaseALeaderThatWasCutOffBreaksItsPromises() {
        safe(isolatedZone("on"));
        assertThat(verdict(isolatedZone("off"), "promise-kept")).isEqualTo(SafetyVerdict.VIOLATED);
    }

    private static RunResult isolatedRegion(String adoption) {
        return run(
                TWO_REGIONS,
                "duration=14s",
                "seed=3",
                "workload.ohio.keys={space: 60}",
                "settings={journal.adoption: " + adoption + "}",
                "faults=[{id: cut, at: 3s, for: 7s, partition: {isolate: [us-east-1]}}]");
    }

    @Test
    void aLogTakenOverEntryByEntryKeepsWhatNobodyCommitted() {
        safe(isolatedRegion("whole"));
        assertThat(verdict(isolatedRegion("entrywise"), "convergence")).isEqualTo(SafetyVerdict.VIOLATED);
    }

    private static RunResult pausedLeaders(String fencing) {
        return run(
                ONE_REGION,
                "duration=6s",
                "topology.shards=1",
                "workload.orders.arrivals=300/s",
                "workload.orders.keys={space: 200}",
                "settings={adjudicator.fencing: \"" + fencing + "\", adjudicator.election-time: 40ms,"
                        + " adjudicator.election-timeout: 30ms..40ms}",
                "faults=[{id: pause, at: 1500ms, every: 400ms, count: 10, for: 65ms,"
                        + " pause: {role: adjudicator-leader, shard: 0}}]");
    }

    @Test
    void withoutFencingALeaderThatWasPausedGoesOnAndLosesCommits() {
        safe(pausedLeaders("on"));
        RunResult broken = pausedLeaders("off");
        assertThat(verdict(broken, "durability")).isEqualTo(SafetyVerdict.VIOLATED);
        assertThat(broken.faults().get(0).rpo().lost()).isPositive();
    }

    private static double recovery(String eviction) {
        RunResult result = safe(run(
                TWO_REGIONS,
                "duration=20s",
                "settings={membership.eviction: \"" + eviction + "\"}",
                "faults=[{id: loss, at: 4s, region-outage: us-east-2}]"));
        return Told.rto(result, "us-east-1", "write");
    }

    @Test
    void withoutEvictionASurvivorWaitsUntilItDaresToTakeOver() {
        assertThat(recovery("on")).isLessThan(4);
        assertThat(recovery("off")).isGreaterThan(5);
    }
}
