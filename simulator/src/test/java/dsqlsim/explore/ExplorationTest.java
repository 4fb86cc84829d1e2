package dsqlsim.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dsqlsim.architecture.Architecture;
import dsqlsim.ledger.PlantedBug;
import dsqlsim.run.Architectures;
import dsqlsim.scenario.ScenarioReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExplorationTest {
    private static Request request(int runs, Budget budget, PlantedBug bug, boolean untilFound, int threads) {
        return new Request(1, runs, 0, budget, bug, null, null, untilFound, false, threads);
    }

    private static Totals explore(Request request) throws InterruptedException {
        return new Exploration(request, new Totals(), each -> {}).run();
    }

    @Test
    void everyDrawnScenarioIsARightOne() throws Exception {
        for (Budget budget : Budget.values()) {
            ScenarioDice dice = new ScenarioDice(request(1, budget, PlantedBug.NONE, false, 1));
            for (int number = 0; number < 300; number++) {
                String text = dice.draw(number).text();
                assertThat(ScenarioReader.read("drawn.yaml", text, List.of()).durationNanos())
                        .as(text)
                        .isPositive();
            }
        }
    }

    @Test
    void everyDesignCanBeExplored() throws Exception {
        for (Architecture each : Architectures.all()) {
            for (Budget budget : Budget.values()) {
                Request request = new Request(1, 3, 0, budget, PlantedBug.NONE, null, each.name(), false, false, 2);
                Totals totals = explore(request);
                assertThat(totals.findings()).as(each.name()).isEmpty();
                assertThat(PossibleRows.of(request))
                        .as("every row that is filled was known to be possible")
                        .containsAll(totals.cells().keySet());
            }
        }
    }

    @Test
    void whatIsDrawnReadsAsItWasWritten() {
        ScenarioDice dice = new ScenarioDice(request(1, Budget.ANY, PlantedBug.NONE, false, 1));
        for (int number = 0; number < 100; number++) {
            String text = dice.draw(number).text();
            assertThat(Draft.of(text).text()).isEqualTo(text);
        }
    }

    @Test
    void theNumberOfThreadsChangesNothing() throws Exception {
        Totals one = explore(request(12, Budget.ANY, PlantedBug.NO_CONFLICT_CHECK, false, 1));
        Totals two = explore(request(12, Budget.ANY, PlantedBug.NO_CONFLICT_CHECK, false, 2));
        assertThat(two.findings()).isEqualTo(one.findings()).isNotEmpty();
        assertThat(two.events()).isEqualTo(one.events());
        assertThat(two.fired()).isEqualTo(one.fired());
        assertThat(two.cells()).usingRecursiveComparison().isEqualTo(one.cells());
    }

    @Test
    void anExplorationGoesOnWhereItStopped() throws Exception {
        Totals whole = explore(request(10, Budget.SURVIVABLE, PlantedBug.NONE, false, 2));
        Totals half = explore(request(4, Budget.SURVIVABLE, PlantedBug.NONE, false, 2));
        Totals rest =
                new Exploration(request(10, Budget.SURVIVABLE, PlantedBug.NONE, false, 2), half, each -> {}).run();
        assertThat(rest.events()).isEqualTo(whole.events());
        assertThat(rest.runs()).isEqualTo(10);
    }

    @Test
    void nothingFoundIsReportedWithItsBound() {
        Totals totals = new Totals();
        for (int number = 0; number < 300; number++) {
            totals.add(new Outcome(number, List.of(), Map.of(), new Coverage(), 1, null));
        }
        assertThat(totals.bound()).isEqualTo(0.01);
    }

    @Test
    void whatIsFoundIsShrunkAndStillShowsIt() throws Exception {
        Totals totals = explore(request(50, Budget.ANY, PlantedBug.RETRY_APPLIED_TWICE, true, 2));
        Finding finding = totals.findings().get(0);
        Draft draft =
                Shrinker.shrink(finding.text(), finding.violation(), Budget.ANY).draft();
        assertThat(draft.list("faults")).hasSizeLessThanOrEqualTo(2);
        assertThat(draft.text().length()).isLessThan(finding.text().length());
        assertThat(Checked.run(draft.text(), Budget.ANY).violations()).anyMatch(finding.violation()::like);
    }

    @Test
    void aLostDiskAndAnEvictionElsewhereAreNotDrawnTogetherWithinTheBudget() {
        ScenarioDice dice = new ScenarioDice(request(1, Budget.SURVIVABLE, PlantedBug.NONE, false, 1));
        for (int number = 0; number < 3_000; number++) {
            Draft draft = dice.draw(number);
            boolean multi = draft.block("topology").get("architecture").equals("dsql-multi-region");
            List<String> faults =
                    draft.list("faults").stream().map(Object::toString).toList();
            boolean lost =
                    faults.stream().anyMatch(each -> each.contains("role=journal") && each.contains("lose=true"));
            assertThat(multi && lost && faults.stream().anyMatch(each -> each.contains("isolate=[us-")))
                    .as(draft.text())
                    .isFalse();
        }
    }

    @Test
    void clocksOutsideTheBudgetOfLiesDriftNoFasterThanTheirBoundGrows() {
        for (Budget budget : List.of(Budget.SURVIVABLE, Budget.ANY)) {
            ScenarioDice dice = new ScenarioDice(request(1, budget, PlantedBug.NONE, false, 1));
            for (int number = 0; number < 1_000; number++) {
                Draft draft = dice.draw(number);
                boolean drifts = draft.list("faults").stream()
                        .anyMatch(each -> each.toString().contains("drift="));
                assertThat(drifts && "40ppm".equals(draft.block("settings").get("clock.drift")))
                        .as(draft.text())
                        .isFalse();
            }
        }
    }

    private static final String SLOW = """
            dsqlsim: 1
            duration: 8s
            topology: {architecture: dsql-single-region, regions: [us-east-1], shards: 1, partitions: 1}
            workload:
              - name: w1
                region: us-east-1
                arrivals: 20/s
                transactions: [{name: t1, reads: 1, writes: 1}]
            """;

    @Test
    void whatComesBackSlowlyIsNoFinding() throws Exception {
        String text = SLOW + """
            faults: [{id: f1, at: 3900ms, for: 100ms, crash: {role: storage, region: us-east-1}}]
            settings: {journal.catch-up-rate: x1, storage.replacement-time: 1s}
            """;
        Checked.Result result = Checked.run(text, Budget.SURVIVABLE);
        assertThat(result.violations()).isEmpty();
        assertThat(result.watch().events()).containsEntry("slow", 1L);
        assertThat(Checked.run(Checked.read(text), Budget.SURVIVABLE)
                        .violations()
                        .get(0)
                        .evidence())
                .contains("storage-0.us-east-1a is being replaced and serves again at 9.0 s");
    }

    @Test
    void whatNeverComesBackIsOne() throws Exception {
        String text = SLOW + """
            faults:
              - {id: f1, at: 2s, for: 10ms, disk: {role: journal, zone: us-east-1a, lose: true}}
              - {id: f2, at: 2s, for: 10ms, disk: {role: journal, zone: us-east-1b, lose: true}}
            """;
        List<Violation> violations = Checked.run(text, Budget.SURVIVABLE).violations();
        assertThat(violations).anyMatch(each -> each.check().equals(Violation.STUCK));
    }
}
