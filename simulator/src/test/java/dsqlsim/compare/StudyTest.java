package dsqlsim.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dsqlsim.report.ResultJson;
import dsqlsim.report.SweepResult;
import dsqlsim.report.SweepTable;
import dsqlsim.run.Options;
import dsqlsim.scenario.InvalidScenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyTest {
    private static final String RATE = "workload.virginia.arrivals";
    private static final String TIME = "duration";

    @TempDir
    private Path folder;

    @Test
    void everyCombinationIsAPointAndTheLastPathVariesFastest() throws Exception {
        SweepResult result = study(1).run(2, StudyFile.none(), null);
        assertThat(result.points())
                .extracting(
                        each -> each.values().get(RATE) + " " + each.values().get(TIME))
                .containsExactly("20/s 2s", "20/s 3s", "80/s 2s", "80/s 3s");
        assertThat(throughput(result, 2)).isGreaterThan(throughput(result, 0));
    }

    @Test
    void threadsAndInterruptionsNeverShow() throws Exception {
        Study study = study(2);
        String whole = ResultJson.text(study.run(2, StudyFile.none(), null));
        Path state = folder.resolve("state");
        assertThat(ResultJson.text(study.run(1, StudyFile.open(state, study), null)))
                .isEqualTo(whole);
        List<String> lines = Files.readAllLines(state);
        assertThat(lines).hasSize(1 + study.runs());
        Files.writeString(
                state,
                String.join("\n", lines.subList(0, 4)) + "\n" + lines.get(5).substring(0, 40));
        int[] runs = {0};
        Study.Memory memory = StudyFile.open(state, study);
        String resumed = ResultJson.text(study.run(2, counting(memory, runs), null));
        assertThat(resumed).isEqualTo(whole);
        assertThat(runs[0]).as("what was done is not done again").isEqualTo(study.runs() - 3);
        assertThat(StudyFile.open(state, study).before()).hasSize(study.runs());
    }

    @Test
    void aFileOfAnotherStudyIsRefused() throws Exception {
        Path state = folder.resolve("state");
        StudyFile.open(state, study(1));
        assertThatThrownBy(() -> StudyFile.open(state, study(2)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("another study");
    }

    @Test
    void aPointThatIsNotSoundIsRefusedBeforeAnythingRuns() {
        assertThatThrownBy(
                        () -> Study.of(Tiny.scenario(), Map.of(RATE, List.of("20/s", "fast")), 1, 1, Options.STANDARD))
                .isInstanceOf(InvalidScenario.class)
                .hasMessageContaining("fast");
    }

    @Test
    void csvHasARowPerPointAndMetric() throws Exception {
        SweepResult result = study(1).run(2, StudyFile.none(), null);
        List<String> lines = SweepTable.csv(result).lines().toList();
        assertThat(lines.get(0)).startsWith(RATE + "," + TIME + ",metric,count,mean");
        assertThat(lines)
                .hasSize(1
                        + result.points().stream()
                                .mapToInt(each -> each.scalars().size())
                                .sum());
        assertThat(lines).anyMatch(each -> each.startsWith("80/s,3s,\"rto(us-east-1, write)\","));
    }

    private static Study.Memory counting(Study.Memory memory, int[] runs) {
        return new Study.Memory() {
            @Override
            public Map<Integer, Study.Done> before() {
                return memory.before();
            }

            @Override
            public synchronized void keep(int run, Study.Done done) {
                runs[0]++;
                memory.keep(run, done);
            }
        };
    }

    private static Study study(int repeat) throws InvalidScenario {
        Map<String, List<String>> vary = new LinkedHashMap<>();
        vary.put(RATE, List.of("20/s", "80/s"));
        vary.put(TIME, List.of("2s", "3s"));
        return Study.of(
                Tiny.scenario("faults.crash.at=1s", "faults.storm.at=1500ms"), vary, repeat, 1, Options.STANDARD);
    }

    private static double throughput(SweepResult result, int point) {
        return result.points().get(point).scalar("throughput").mean();
    }
}
