package dsqlsim.scenario;

import static dsqlsim.scenario.Scenarios.PAGE;
import static dsqlsim.scenario.Scenarios.SHORT;
import static dsqlsim.scenario.Scenarios.problems;
import static dsqlsim.scenario.Scenarios.withExpectation;
import static dsqlsim.scenario.Scenarios.withFault;
import static dsqlsim.scenario.Scenarios.withTopology;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScenarioProblemsTest {
    @Test
    void fiveMistakesAreFiveProblemsEachInItsPlace() {
        assertThat(problems("""
                dsqlsim: 1
                duration: 60
                topology: {regions: [us-east-1, us-east-2], witness: us-east-2}
                workload:
                  - {name: w, arrivals: 10/s, transactions: {writes: 1}, time-out: 1s}
                faults:
                  - {at: 5s, partion: {isolate: [us-east-2]}}
                  - {at: 5s, zone-outage: us-east-1z}
                """))
                .containsExactly(
                        "case.yaml:2:11: duration: expected a duration above 0 such as '20ms' or '5m', not '60'",
                        "case.yaml:3:54: witness: the witness 'us-east-2' is also a full region",
                        "case.yaml:5:58: unknown field 'time-out'; did you mean 'timeout'?",
                        "case.yaml:7:14: unknown fault kind 'partion'; did you mean 'partition'?",
                        "case.yaml:8:27: zone-outage: unknown place 'us-east-1z'; did you mean 'us-east-1a'? (known:"
                                + " us-east-1, us-east-2, us-east-1a, us-east-1b, us-east-1c, us-east-2a, us-east-2b,"
                                + " us-east-2c)");
    }

    @Test
    void rowsMustSufficeForTheShardsTheyAreWrittenOn() {
        assertThat(problems("""
                dsqlsim: 1
                duration: 60s
                topology: {architecture: dsql-single-region, regions: [us-east-1], shards: 3}
                workload:
                  - {arrivals: 10/s, transactions: {reads: 3, writes: 3, shards: 3}, keys: {space: 10}}
                """))
                .containsExactly(
                        "case.yaml:5:5: workload: transaction 'transaction-1' writes rows of 3 shards beside those that it reads,"
                                + " for which it needs a space of at least 12 rows, not 10");
    }

    @Test
    void newerFormatsAreRefused() {
        assertThat(problems(SHORT.replace("dsqlsim: 1", "dsqlsim: 2")))
                .containsExactly("case.yaml:1:10: dsqlsim: format 2 is newer than this program, which reads format 1");
    }

    @Test
    void faultsMustFitTheRunAndTheTopology() {
        assertThat(withFault("{at: 60s, crash: us-east-1a}")).endsWith("after the end of the run");
        assertThat(withFault("{at: 5s, for: 0s, crash: us-east-1a}")).contains("expected a duration above 0");
        assertThat(withFault("{at: 5s, for: 2s, every: 3, crash: us-east-1a}")).contains("not '3'");
        assertThat(withFault("{at: 5s, for: 2s, every: 1s, crash: us-east-1a}")).contains("at most 'every'");
        assertThat(withFault("{at: 5s, count: 2, crash: us-east-1a}")).contains("only with 'every'");
        assertThat(withFault("{at: 5s, crash: {role: adjudicatr}}")).contains("did you mean 'adjudicator'?");
        assertThat(withFault("{at: 5s, crash: {role: adjudicator, shard: 3}}")).contains("no shard 3");
        assertThat(withFault("{at: 5s, crash: {shard: 0}}")).contains("expected a role, a region or a zone");
        assertThat(withFault("{at: 5s, crash: []}")).contains("expected at least one");
        assertThat(withFault("{at: 5s, region-outage: us-east-1a}")).contains("expected a region");
        assertThat(withFault("{at: 5s, zone-outage: us-east-1}")).contains("expected a zone");
        assertThat(withFault("{at: 5s, id: after, crash: us-east-1a}")).contains("name of a phase");
        assertThat(withFault("{at: 5s, load: {workload: v, factor: x3}}")).contains("expected one of w, not 'v'");
        assertThat(withFault("{at: 5s, load: {workload: w, factor: 3}}")).contains("expected a factor");
        assertThat(withFault("{at: 5s, clock: {role: storage, lie: 10}}")).contains("expected a duration");
        assertThat(withFault("{at: 5s, random: {kinds: [region-outage]}}")).contains("can't survive");
    }

    @Test
    void aFaultHasExactlyOneKind() {
        assertThat(withFault("{at: 5s}")).contains("expected one fault kind: crash, pause");
        assertThat(withFault("{at: 5s, crash: us-east-1a, pause: us-east-1a}"))
                .contains("not both 'crash' and 'pause'");
    }

    @Test
    void expectationsAreCheckedAgainstTheCatalogue() {
        assertThat(withExpectation("rpo == 0"))
                .contains("expected a duration such as '15s' as the value of rpo, not '0'");
        assertThat(withExpectation("rppo == 0s")).contains("unknown metric 'rppo'; did you mean 'rpo'?");
        assertThat(withExpectation("rto(us-west-1, write) < 5s"))
                .contains("unknown region 'us-west-1'; did you mean 'us-east-1'?");
        assertThat(withExpectation("availability >= 99% during outage")).contains("unknown phase 'outage'");
        assertThat(withExpectation("violations == 0 during before")).contains("can't be restricted to a phase");
        assertThat(withExpectation("availability is good")).contains("expected 'metric(arguments) comparator value");
        assertThat(withExpectation("safety(linearizable-reads) == violatd")).contains("did you mean 'violated'?");
        assertThat(withExpectation("safety(linearizable-reads) == violated")).isEmpty();
        assertThat(withExpectation("latency.commit.p99 < 30ms")).isEmpty();
    }

    @Test
    void topologiesFollowTheServicesRules() {
        assertThat(withTopology("{regions: [us-east-1, eu-west-1], witness: us-west-2}"))
                .contains("from one set");
        assertThat(withTopology("{regions: [us-east-1, us-east-2]}")).contains("'witness' is missing");
        assertThat(withTopology("{architecture: dsql-single-region, regions: [us-east-1, us-east-2]}"))
                .contains("expected one region");
        assertThat(withTopology("{architecture: dsql-multi-regoin}")).contains("did you mean 'dsql-multi-region'?");
        assertThat(problems(SHORT + "settings: {journal.replicas: 4}\n")).hasSize(2);
    }

    @Test
    void aLeaseThatItsTopologyOutrunsIsRefused() {
        assertThat(problems(PAGE, "adjudicator.lease=100ms"))
                .singleElement()
                .asString()
                .contains("too short for this topology");
        assertThat(problems(SHORT, "adjudicator.lease=5ms"))
                .singleElement()
                .asString()
                .contains("too short for this topology");
    }

    @Test
    void aSweepIsTriedAtEveryValue() {
        assertThat(
                        problems(
                                SHORT
                                        + "sweep: {vary: {workload.w.arrivals: [5/s, fast], adjudicator.lease: [1ms], nothing.here: [1]}}\n"))
                .hasSize(3);
    }

    @Test
    void wrongOverridesAreProblemsOfTheCommandLine() {
        assertThat(problems(SHORT, "workload.x.arrivals=5/s", "sed=7", "seed=x", "seed", "adjudicator.lease=5"))
                .containsExactlyInAnyOrder(
                        "--set workload.x.arrivals=5/s: there is no 'x'; did you mean 'w'?",
                        "--set sed=7: unknown field 'sed'; did you mean 'seed'?",
                        "--set seed=x: seed: expected a whole number from 0 to 9223372036854775807, not 'x'",
                        "--set seed: expected path=value such as seed=7",
                        "--set adjudicator.lease=5: adjudicator.lease: expected a duration such as '20ms', not '5'");
    }
}
