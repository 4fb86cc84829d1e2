package dsqlsim.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dsqlsim.report.Exemplar;
import dsqlsim.report.MermaidSequence;
import dsqlsim.run.Architectures;
import dsqlsim.run.Experiment;
import dsqlsim.run.Options;
import dsqlsim.run.Trial;
import dsqlsim.scenario.InvalidScenario;
import dsqlsim.scenario.Scenario;
import dsqlsim.scenario.ScenarioReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TraceTest {
    private static final String TEXT = """
            dsqlsim: 1
            duration: 8s
            topology: {architecture: dsql-single-region, regions: [us-east-1], shards: 2, partitions: 2}
            workload:
              - name: orders
                region: us-east-1
                arrivals: 120/s
                keys: {space: 60}
                transactions: [{name: order, reads: 1, writes: 2, shards: 2, weight: 1}, {name: one, writes: 1, weight: 1}]
            faults:
              - {id: killed, at: 4s, for: 2s, crash: {role: adjudicator-leader, shard: 1}}
            """;

    private static Recording recording;
    private static List<Exemplar> exemplars;
    private static Trial traced;

    @BeforeAll
    static void run() throws InvalidScenario {
        recording = new Recording(3_900_000_000L, 5_000_000_000L);
        Lens lens = new Lens(0, 1);
        traced = trial(Options.STANDARD.tracing(List.of(recording, lens)));
        exemplars = lens.exemplars();
    }

    private static Trial trial(Options options) throws InvalidScenario {
        Scenario scenario = ScenarioReader.read("traced.yaml", TEXT, List.of());
        return Experiment.trial(
                scenario, Architectures.find("dsql-single-region").orElseThrow(), 1, options);
    }

    @Test
    void listeningChangesNothing() throws InvalidScenario {
        assertThat(traced.result()).isEqualTo(trial(Options.STANDARD).result());
    }

    @Test
    void everyFlowOfAChromeTraceBeginsAndEndsAtASliceOfItsTrack() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ChromeTrace.write(recording, out);
        Map<String, Integer> slices = new HashMap<>();
        Map<Long, Integer> flows = new HashMap<>();
        List<String> loose = new ArrayList<>();
        JsonNode events = new ObjectMapper().readTree(out.toByteArray()).get("traceEvents");
        assertThat(events.size()).isGreaterThan(1000);
        for (JsonNode each : events) {
            String place = each.get("pid") + "/" + each.get("tid") + "/" + each.get("ts");
            switch (each.get("ph").asText()) {
                case "X" -> slices.merge(place, 1, Integer::sum);
                case "s", "f" -> {
                    flows.merge(each.get("id").asLong(), each.get("ph").asText().equals("s") ? 1 : -1, Integer::sum);
                    if (!slices.containsKey(place)) {
                        loose.add(each.toString());
                    }
                }
                default -> {}
            }
        }
        assertThat(loose).isEmpty();
        assertThat(flows.values()).isNotEmpty().containsOnly(0);
        assertThat(events.findValuesAsText("name"))
                .contains("killed", "commit", "leader-elected", "adjudicator-0.us-east-1a");
    }

    @Test
    void aShiVizLogHasAClockForEveryEvent() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ShiVizLog.write(recording, out);
        String[] lines = out.toString(StandardCharsets.UTF_8).split("\n");
        assertThat(lines.length % 2).isZero();
        assertThat(lines[0]).matches("\\S+ \\{\"[^{}]+\":1\\}");
    }

    @Test
    void theTransactionsWorthShowingAreThere() {
        assertThat(exemplars)
                .extracting(Exemplar::kind)
                .contains("normal", "several-shards", "conflict", "failover", "slowest", "fault");
    }

    @Test
    void aMessageArrivesAfterItLeftAndEverythingIsTold() {
        for (Exemplar each : exemplars) {
            assertThat(each.arrows()).isNotEmpty().allSatisfy(arrow -> {
                assertThat(arrow.arrives() == null || arrow.arrives() > arrow.leaves())
                        .isTrue();
                assertThat(each.steps().get(arrow.step()).text())
                        .contains(each.lanes().get(arrow.to()).node());
            });
            assertThat(each.steps()).isSortedAccordingTo((a, b) -> Double.compare(a.at(), b.at()));
        }
    }

    @Test
    void theClocksOfACommitHoldItsTimestamps() {
        Exemplar normal = exemplars.get(0);
        assertThat(normal.clocks())
                .extracting(Exemplar.ClockReading::what)
                .contains("start timestamp", "commit timestamp");
        Exemplar.ClockReading start = normal.clocks().stream()
                .filter(each -> each.what().equals("start timestamp"))
                .findFirst()
                .orElseThrow();
        assertThat(start.timestamp()).isBetween(start.earliest(), start.latest());
        assertThat(normal.conflict().from()).isEqualTo(start.timestamp());
    }

    @Test
    void aSequenceHasALineForEveryMessage() {
        Exemplar normal = exemplars.get(0);
        String text = MermaidSequence.render(normal);
        assertThat(text).startsWith("sequenceDiagram\n").contains(": commit, ");
        assertThat(text.lines().filter(line -> line.contains("->>") || line.contains("--x")))
                .hasSameSizeAs(normal.arrows());
    }
}
