package dsqlsim.run;

import static dsqlsim.run.Told.ONE_REGION;
import static dsqlsim.run.Told.TWO_REGIONS;
import static dsqlsim.run.Told.run;
import static dsqlsim.run.Told.safe;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dsqlsim.report.RunResult;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a journal's head is: beside its leader, or in another place to which every commit goes first (facts 2.19, H1 and H2). */
class JournalHeadTest {
    private static final List<String> ONE_LEADER = List.of(
            "topology.shards=1",
            "settings.adjudicator.leader-placement=us-east-1",
            "workload.virginia.transactions=[{name: order, writes: 1, blind: true}]",
            "workload.ohio.transactions=[{name: look, reads: 1}]");

    /** One round trip of 12 ms or two. Once Ohio is lost, Virginia's nearest other replica is the witness, 62 ms of round trip away: one of them, or two. */
    @ParameterizedTest
    @CsvSource({"leader, 18.5, 68", "remote, 30.5, 130"})
    void everyCommitGoesThereAndBack(String head, double both, double survivor) {
        RunResult result = safe(run(
                TWO_REGIONS,
                ONE_LEADER.get(0),
                ONE_LEADER.get(1),
                ONE_LEADER.get(2),
                ONE_LEADER.get(3),
                "settings.journal.head=" + head,
                "faults=[{id: loss, at: 4s, region-outage: us-east-2}]"));
        assertThat(medianCommitMillis(result, "before")).isCloseTo(both, within(1.5));
        assertThat(medianCommitMillis(result, "loss")).isCloseTo(survivor, within(3.5));
        assertThat(result.warnings()).isEmpty();
    }

    /** The head is a replica like the others: when it is gone, another one takes its place, and nothing is lost. */
    @ParameterizedTest
    @CsvSource({"us-east-1a", "us-east-1b", "us-east-1c"})
    void commitsGoOnWithoutIt(String zone) {
        RunResult result = safe(run(
                ONE_REGION,
                "settings.journal.head=remote",
                "faults=[{id: gone, at: 3s, for: 2s, crash: {role: journal, zone: " + zone + "}}]"));
        assertThat(result.faults().get(0).rpo().lost()).isZero();
        assertThat(result.workloads().get(0).availability()).isEqualTo(1);
        assertThat(result.workloads().get(0).transactions().gaveUp()).isZero();
        assertThat(Told.rto(result, "us-east-1", "write")).isLessThan(0.5);
    }

    private static double medianCommitMillis(RunResult result, String phase) {
        return result.phases().stream()
                .filter(each -> each.name().equals(phase))
                .flatMap(each -> each.workloads().stream())
                .filter(each -> each.name().equals("virginia"))
                .mapToDouble(each -> 1e3 * each.latency().get("commit").p50())
                .findFirst()
                .orElseThrow();
    }
}
