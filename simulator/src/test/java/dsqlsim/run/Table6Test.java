package dsqlsim.run;

import static dsqlsim.run.Told.ONE_REGION;
import static dsqlsim.run.Told.TWO_REGIONS;
import static dsqlsim.run.Told.latency;
import static dsqlsim.run.Told.run;
import static dsqlsim.run.Told.safe;
import static dsqlsim.run.Told.verdict;
import static dsqlsim.run.Told.workload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dsqlsim.report.LatencyStats;
import dsqlsim.report.RunResult;
import dsqlsim.report.RunVerdict;
import dsqlsim.report.SafetyVerdict;
import dsqlsim.report.WorkloadResult;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the DSQL model must reproduce, row by row of the table of published outcomes. */
class Table6Test {
    private static final long LEASE = 500_000_000L;

    // ---- 1: nothing acknowledged is lost, no stale read, no lost update

    @ParameterizedTest
    @ValueSource(strings = {"us-east-1", "us-east-2"})
    void row1LosingARegionLosesNothing(String region) {
        CommitWatch watch = new CommitWatch();
        RunResult result = safe(run(
                Options.STANDARD.observing(watch),
                TWO_REGIONS,
                "faults=[{id: loss, at: 4s, region-outage: " + region + "}]"));
        assertThat(watch.lostUpdates()).isZero();
        assertThat(result.verdict()).isEqualTo(RunVerdict.MET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"us-east-1a", "us-east-1b", "us-east-1c"})
    void row1LosingAZoneLosesNothing(String zone) {
        CommitWatch watch = new CommitWatch();
        RunResult result = safe(run(
                Options.STANDARD.observing(watch),
                ONE_REGION,
                "faults=[{id: loss, at: 3s, for: 2s, zone-outage: " + zone + "}]"));
        assertThat(watch.lostUpdates()).isZero();
        assertThat(Told.rto(result, "us-east-1", "write")).isLessThan(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "query-processor",
                "adjudicator-leader",
                "adjudicator-standby",
                "journal",
                "crossbar",
                "storage",
                "control-plane",
                "router"
            })
    void row1LosingAnySingleNodeLosesNothing(String role) {
        String crash = "faults=[{id: crash, at: 3s, for: 1s, crash: {role: " + role + ", pick: 0}}]";
        for (String text : List.of(ONE_REGION, TWO_REGIONS)) {
            CommitWatch watch = new CommitWatch();
            RunResult result = safe(run(Options.STANDARD.observing(watch), text, crash));
            assertThat(watch.lostUpdates()).isZero();
            assertThat(Told.rto(result, "us-east-1", "write")).isLessThan(2);
        }
    }

    // ---- 2: the evicted region serves nothing, the survivor recovers by itself

    @Test
    void row2TheEvictedRegionServesNothingAndTheSurvivorRecovers() {
        ServiceWatch evicted = new ServiceWatch(1);
        ServiceWatch survivor = new ServiceWatch(0);
        RunResult result = safe(run(
                Options.STANDARD.observing(new Observers(evicted, survivor)),
                TWO_REGIONS,
                "faults=[{id: cut, at: 3s, partition: {isolate: [us-east-2]}}]"));
        long end = 12_000_000_000L;
        assertThat(evicted.evictedAt()).isPositive();
        assertThat(evicted.writes(0, 3_000_000_000L)).isPositive();
        assertThat(evicted.writes(evicted.evictedAt(), end)).isZero();
        assertThat(evicted.reads(evicted.evictedAt() + LEASE, end)).isZero();
        assertThat(survivor.writes(evicted.evictedAt() + LEASE, end)).isGreaterThan(50);
        assertThat(Told.rto(result, "us-east-1", "write")).isBetween(2.0, 10.0);
        assertThat(Told.rto(result, "us-east-1", "read")).isLessThan(10);
    }

    // ---- 3 to 6: latencies

    private static final String QUIET = """
            dsqlsim: 1
            duration: 20s
            warmup: 2s
            topology: {architecture: dsql-multi-region, regions: [us-east-1, us-east-2], witness: us-west-2, shards: 4, partitions: 4}
            workload:
              - name: virginia
                region: us-east-1
                arrivals: 60/s
                transactions: &mix
                  - {name: order, reads: 2, writes: 1, statements: 3}
                keys: &rows {space: 100000}
              - name: ohio
                region: us-east-2
                arrivals: 60/s
                transactions: *mix
                keys: *rows
            """;

    @Test
    void row3BothRegionsSeeTheSameLatenciesAndReadsStayLocal() {
        RunResult result = safe(run(QUIET));
        for (String operation : List.of("read", "statement", "commit")) {
            LatencyStats virginia = latency(result, "virginia", operation);
            LatencyStats ohio = latency(result, "ohio", operation);
            assertThat(ohio.mean()).as(operation).isCloseTo(virginia.mean(), Percentage.withPercentage(8));
            assertThat(ohio.p99()).as(operation).isCloseTo(virginia.p99(), Percentage.withPercentage(12));
        }
        // Half the shortest round trip between regions: no read waited for a message from another region.
        assertThat(latency(result, "virginia", "read").p99()).isLessThan(0.00575);
        assertThat(latency(result, "ohio", "read").p99()).isLessThan(0.00575);
    }

    @Test
    void row4CommitCostsTheSameWhateverTheNumberOfStatements() {
        double first = 0;
        for (int statements : new int[] {1, 5, 20}) {
            RunResult result = run(
                    QUIET,
                    "workload.virginia.transactions=[{name: order, reads: 19, writes: 1, statements: " + statements
                            + "}]",
                    "duration=12s");
            double commit = latency(result, "virginia", "commit").mean();
            first = first == 0 ? commit : first;
            assertThat(commit).as("%s statements", statements).isCloseTo(first, Percentage.withPercentage(5));
            double statement = latency(result, "virginia", "statement").mean();
            assertThat(latency(result, "virginia", "transaction").mean())
                    .isCloseTo(statements * statement + commit, Percentage.withPercentage(15));
        }
    }

    @Test
    void row4OregonIsInvisibleUntilOneOfThePairIsLost() {
        RunResult result = safe(run(QUIET, "faults=[{id: loss, at: 8s, region-outage: us-east-2}]"));
        LatencyStats before = workload(result, "before", "virginia").latency().get("commit");
        assertThat(before.p99()).isLessThan(0.045);
        // Once the pair is broken, a quorum needs the witness: half the commits or more take its round trip.
        RunResult after = run(QUIET, "faults=[{id: loss, at: 1s, region-outage: us-east-2}]", "warmup=8s");
        assertThat(latency(after, "virginia", "commit").p50()).isGreaterThan(0.060);
    }

    @Test
    void row5LosingTheWitnessIsHardlySeen() {
        RunResult result = safe(run(QUIET, "faults=[{id: loss, at: 8s, region-outage: us-west-2}]"));
        for (String name : List.of("virginia", "ohio")) {
            WorkloadResult before = workload(result, "before", name);
            WorkloadResult during = workload(result, "loss", name);
            assertThat(during.availability()).isEqualTo(1);
            assertThat(during.latency().get("read").p99()).isLessThan(0.00575);
            assertThat(during.latency().get("commit").mean())
                    .isCloseTo(before.latency().get("commit").mean(), Percentage.withPercentage(8));
        }
        assertThat(result.events()).noneMatch(each -> each.type().equals("eviction-decided"));
    }

    @Test
    void row6LatenciesLieInThePublishedBands() {
        RunResult one = run(
                QUIET,
                "topology={architecture: dsql-single-region, regions: [us-east-1], shards: 4, partitions: 4}",
                "workload=[{name: virginia, region: us-east-1, arrivals: 100/s, transactions: [{name: order, reads: 2, writes: 1, statements: 3}], keys: {space: 100000}}]");
        assertThat(latency(one, "virginia", "statement").p50()).isBetween(0.001, 0.0025);
        assertThat(latency(one, "virginia", "commit").p50()).isBetween(0.0045, 0.0075);
        assertThat(latency(one, "virginia", "read").p99()).isCloseTo(0.002, within(0.001));
        RunResult two = run(QUIET);
        assertThat(latency(two, "virginia", "commit").p99()).isCloseTo(0.030, within(0.006));
        assertThat(latency(two, "virginia", "read").p99()).isCloseTo(0.002, within(0.001));
    }

    // ---- 7 and 8: concurrency

    @Test
    void row7OneHotRowIsBoundByTheCommitPathWhateverTheNumberOfClients() {
        RunResult few = hot(8);
        RunResult many = hot(64);
        double updates = workload(few, "orders").throughput();
        assertThat(updates).isBetween(90.0, 200.0);
        assertThat(workload(many, "orders").throughput()).isCloseTo(updates, Percentage.withPercentage(20));
    }

    private static RunResult hot(int clients) {
        return safe(run(
                ONE_REGION,
                "workload=[{name: orders, region: us-east-1, clients: {count: " + clients
                        + "}, transactions: [{name: update, writes: 1}], keys: {space: 1},"
                        + " retry: {attempts: unlimited, delay: 1ms}}]",
                "duration=6s"));
    }

    private static final String TWO_ROWS =
            "workload=[{name: orders, region: us-east-1, clients: {count: 6, think: 20ms},"
                    + " transactions: [{name: order, reads: 1, writes: 1}, {name: lookup, reads: 2}], keys: {space: 3},"
                    + " retry: {attempts: 10, delay: 1ms}}]";

    @Test
    void row8WriteSkewIsAllowedAndLostUpdateIsNot() {
        CommitWatch snapshot = new CommitWatch();
        safe(run(Options.STANDARD.observing(snapshot), ONE_REGION, TWO_ROWS));
        assertThat(snapshot.commits()).hasSizeGreaterThan(200);
        assertThat(snapshot.writeSkews()).isPositive();
        assertThat(snapshot.lostUpdates()).isZero();

        CommitWatch serializable = new CommitWatch();
        safe(run(Options.STANDARD.observing(serializable), ONE_REGION, TWO_ROWS, "isolation=serializable"));
        assertThat(serializable.commits()).hasSizeGreaterThan(200);
        assertThat(serializable.writeSkews()).isZero();
    }

    @Test
    void row8TransactionsThatOnlyReadNeverAbort() {
        RunResult result = safe(run(
                TWO_REGIONS,
                "workload.virginia.transactions=[{name: lookup, reads: 3}]",
                "workload.ohio.transactions=[{name: update, writes: 3}]",
                "workload.virginia.keys={space: 5}",
                "workload.ohio.keys={space: 5}",
                "faults=[{id: loss, at: 4s, for: 500ms, crash: {role: adjudicator-leader, shard: 0}}]"));
        assertThat(workload(result, "ohio").attempts().aborted().total()).isPositive();
        assertThat(workload(result, "virginia").attempts().aborted().total()).isZero();
        assertThat(workload(result, "virginia").transactions().gaveUp()).isZero();
    }

    // ---- 9: leader crash

    @ParameterizedTest
    @CsvSource({"0.02, 0.15, true", "0.2, 1.2, false"})
    void row9ALeaderCrashIsAStallAndNoError(double shortest, double longest, boolean singleRegion) {
        RunResult result = safe(run(
                singleRegion ? ONE_REGION : TWO_REGIONS,
                "faults=[{id: crash, at: 3s, for: 2s, crash: {role: adjudicator-leader, shard: 0}}]"));
        assertThat(result.failoverGaps()).isNotEmpty();
        assertThat(result.failoverGaps().get(0).cause()).isEqualTo("lost");
        assertThat(result.failoverGaps().get(0).gap()).isBetween(shortest, longest);
        for (WorkloadResult each : result.workloads()) {
            assertThat(each.attempts().failed().total()).isZero();
            assertThat(each.attempts().unknown()).isZero();
            assertThat(each.transactions().gaveUp()).isZero();
        }
    }

    // ---- 10: clocks

    @Test
    void row10AClockThatLiesBreaksLinearizabilityButNeitherDurabilityNorIsolation() {
        RunResult result = run(
                TWO_REGIONS,
                "workload.virginia.keys={space: 40}",
                "workload.ohio.keys={space: 40}",
                "faults=[{id: lie, at: 3s, for: 5s, clock: {role: query-processor, region: us-east-2, lie: -50ms}}]");
        assertThat(verdict(result, "clock-bound")).isEqualTo(SafetyVerdict.VIOLATED);
        assertThat(verdict(result, "linearizable-reads")).isEqualTo(SafetyVerdict.VIOLATED);
        for (String check :
                List.of("durability", "atomicity", "snapshot-isolation", "monotone-commits", "convergence")) {
            assertThat(verdict(result, check)).as(check).isEqualTo(SafetyVerdict.OK);
        }
        assertThat(result.faults().get(0).rpo().lost()).isZero();
    }

    @Test
    void row10AHonestBoundHoweverWideBreaksNothing() {
        safe(
                run(
                        TWO_REGIONS,
                        "workload.virginia.keys={space: 40}",
                        "workload.ohio.keys={space: 40}",
                        "faults=[{id: step, at: 3s, for: 5s, clock: {role: query-processor, region: us-east-2, step: -50ms}}]"));
    }
}
