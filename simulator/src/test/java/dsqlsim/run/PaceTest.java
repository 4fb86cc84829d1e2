package dsqlsim.run;

import static org.assertj.core.api.Assertions.assertThat;

import dsqlsim.scenario.InvalidScenario;
import dsqlsim.scenario.Scenario;
import dsqlsim.scenario.ScenarioReader;
import dsqlsim.txn.Attempt;
import dsqlsim.txn.Observer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What leaders send at a pace of their own keeps nobody waiting. */
class PaceTest {
    private static final String TEXT = """
            dsqlsim: 1
            duration: 30s
            topology: {architecture: dsql-single-region, regions: [us-east-1], shards: 2, partitions: 1}
            workload:
              - name: both
                region: us-east-1
                arrivals: 3/s
                transactions: [{name: both, reads: 0, writes: 2, shards: 2, work: 100ms}]
                keys: {space: 4}
              - name: one
                region: us-east-1
                arrivals: 3/s
                transactions: [{name: one, reads: 0, writes: 1, work: 100ms}]
                keys: {space: 4}
            """;

    /** How long the slowest attempt took, in milliseconds. */
    private static long slowest(String... settings) throws InvalidScenario {
        Scenario scenario = ScenarioReader.read("pace.yaml", TEXT, List.of(settings));
        long[] slowest = {0};
        Observer watch = new Observer() {
            @Override
            public void ended(Attempt attempt) {
                slowest[0] = Math.max(slowest[0], attempt.endedAt - attempt.startedAt);
            }
        };
        Told.safe(Small.trial(scenario, 1, Options.STANDARD.observing(watch)).result());
        return slowest[0] / 1_000_000;
    }

    @Test
    void withRareKeepAlivesTheLeaseIsRenewedInTime() throws InvalidScenario {
        assertThat(slowest("adjudicator.keepalive-interval=1s", "adjudicator.election-timeout=4s..8s"))
                .isLessThan(300);
    }

    @Test
    void withContinuousPromisesAConflictWithAnotherShardsCommitIsToldAtOnce() throws InvalidScenario {
        assertThat(slowest("adjudicator.promise-interval=0s")).isLessThan(150);
    }
}
