package dsqlsim.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dsqlsim.architecture.Architecture;
import dsqlsim.report.Comparison;
import dsqlsim.report.ComparisonRow;
import dsqlsim.report.ComparisonTerminal;
import dsqlsim.report.MetricDifference;
import dsqlsim.report.PromiseResult;
import dsqlsim.report.PromiseVerdict;
import dsqlsim.report.ResultJson;
import dsqlsim.report.RunResult;
import dsqlsim.run.Architectures;
import dsqlsim.run.Experiment;
import dsqlsim.run.Options;
import dsqlsim.scenario.Scenario;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContestTest {
    private static final String MULTI = "dsql-multi-region";
    private static final String SINGLE = "dsql-single-region";
    private static final String[] ALL =
            Architectures.all().stream().map(Architecture::name).toArray(String[]::new);

    @Test
    void everyDesignIsAskedTheSame() throws InterruptedException {
        Comparison comparison = Tiny.contest(Tiny.scenario(), 1, ALL).run(2, null);
        assertThat(comparison.workloadFingerprint()).isNotNull();
        assertThat(comparison.results())
                .extracting(each -> each.run().workloadFingerprint())
                .containsOnly(comparison.workloadFingerprint());
        assertThat(comparison.results())
                .allSatisfy(each -> assertThat(offered(each))
                        .isEqualTo(offered(comparison.results().get(0))));
        assertThat(comparison.warnings()).isEmpty();
    }

    @Test
    void theNumberOfThreadsNeverShows() throws InterruptedException {
        String alone = ResultJson.text(Tiny.contest(Tiny.scenario(), 2, ALL).run(1, null));
        String together = ResultJson.text(Tiny.contest(Tiny.scenario(), 2, ALL).run(2, null));
        assertThat(together).isEqualTo(alone);
    }

    @Test
    void theScenariosOwnDesignRunsAsItWouldAlone() throws InterruptedException {
        Scenario scenario = Tiny.scenario();
        RunResult compared =
                Tiny.contest(scenario, 1, MULTI).run(1, null).results().get(0);
        RunResult alone =
                Experiment.run(scenario, Architectures.find(MULTI).orElseThrow(), scenario.seed(), Options.STANDARD);
        assertThat(compared.run().fingerprint()).isEqualTo(alone.run().fingerprint());
        assertThat(compared.workloads()).isEqualTo(alone.workloads());
    }

    @Test
    void pairedDifferencesAreThoseOfTheReplications() throws InterruptedException {
        Comparison comparison = Tiny.contest(Tiny.scenario(), 3, MULTI, SINGLE).run(2, null);
        MetricDifference commit = comparison.differences().stream()
                .filter(each -> each.name().equals("latency.commit.p50"))
                .findFirst()
                .orElseThrow();
        List<Double> first = values(comparison.results().get(0), "latency.commit.p50");
        List<Double> second = values(comparison.results().get(1), "latency.commit.p50");
        double sum = 0;
        for (int r = 0; r < 3; r++) {
            sum += second.get(r) - first.get(r);
        }
        assertThat(commit.architecture()).isEqualTo(SINGLE);
        assertThat(commit.against()).isEqualTo(MULTI);
        assertThat(commit.difference()).isCloseTo(sum / 3, org.assertj.core.data.Offset.offset(1e-12));
        assertThat(commit.difference())
                .isBetween(commit.interval().low(), commit.interval().high());
        assertThat(commit.interval().high())
                .as("commits in one region are surely faster")
                .isNegative();
        assertThat(commit.real()).isTrue();
    }

    @Test
    void theBestOfARowIsMarkedUnlessAllAreEqual() throws InterruptedException {
        Comparison comparison = Tiny.contest(Tiny.scenario(), 1, MULTI, SINGLE).run(2, null);
        assertThat(row(comparison, "latency.commit.p50").cells())
                .extracting(ComparisonRow.Cell::best)
                .containsExactly(false, true);
        assertThat(row(comparison, "lost").cells()).noneMatch(ComparisonRow.Cell::best);
        assertThat(comparison.table()).allSatisfy(each -> assertThat(each.why()).isNotBlank());
    }

    @Test
    void promisesAreBesideWhatWasFound() throws InterruptedException {
        Comparison comparison = Tiny.contest(Tiny.scenario(), 1, MULTI, SINGLE).run(2, null);
        assertThat(comparison.promises())
                .filteredOn(each -> each.architecture().equals(SINGLE))
                .filteredOn(each -> each.verdict() == PromiseVerdict.HOLDS)
                .extracting(PromiseResult::promise)
                .contains("rpo after infrastructure", "durability", "linearizable-reads");
        assertThat(comparison.promises())
                .filteredOn(each -> each.verdict() == PromiseVerdict.NOT_PROMISED)
                .extracting(PromiseResult::promise)
                .contains("rto after infrastructure");
    }

    @Test
    void aFaultThatHitsNothingIsNamed() throws InterruptedException {
        Scenario scenario = Tiny.scenario("faults.crash.crash={role: adjudicator-standby, region: us-east-2}");
        Comparison comparison = Tiny.contest(scenario, 1, MULTI, SINGLE).run(2, null);
        assertThat(comparison.designs().get(0).meaningless()).isEmpty();
        assertThat(comparison.designs().get(1).meaningless())
                .singleElement()
                .satisfies(each -> assertThat(each.fault()).isEqualTo("crash"));
    }

    @Test
    void theTerminalSaysItAll() throws InterruptedException {
        Comparison comparison = Tiny.contest(Tiny.scenario(), 1, MULTI, SINGLE).run(2, null);
        String text = ComparisonTerminal.render(comparison, false, 100);
        assertThat(text)
                .contains(
                        "HOLDS", "not promised", "commit p99", "lives in us-east-1", "again: dsqlsim compare tiny.yaml")
                .contains(comparison.workloadFingerprint());
        assertThat(text.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(140));
    }

    private static ComparisonRow row(Comparison comparison, String name) {
        return comparison.table().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static long offered(RunResult result) {
        return result.workloads().stream()
                .mapToLong(each -> each.transactions().offered())
                .sum();
    }

    private static List<Double> values(RunResult result, String name) {
        return result.replications().scalars().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow()
                .values();
    }
}
