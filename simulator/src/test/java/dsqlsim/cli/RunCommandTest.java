package dsqlsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dsqlsim.kernel.EventListener;
import dsqlsim.run.Options;
import dsqlsim.scenario.InvalidScenario;
import dsqlsim.scenario.Scenario;
import dsqlsim.scenario.ScenarioReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SMALL = """
            dsqlsim: 1
            name: small
            question: Does it run?
            duration: 2s
            seed: 3
            topology: {architecture: dsql-single-region, regions: [us-east-1], shards: 1, partitions: 1}
            workload:
              - name: orders
                region: us-east-1
                arrivals: 50/s
                transactions:
                  - {name: order, reads: 1, writes: 1}
            expect:
              - availability > 50%
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private String small;

    @BeforeEach
    void writeScenario() throws IOException {
        small = scenario("small.yaml", SMALL);
    }

    @Test
    void aRunSaysItsVerdictSeedFingerprintAndHowToReproduceIt() {
        assertThat(run("run", small)).isZero();
        assertThat(out.toString())
                .contains("MET  small")
                .contains("seed 3, fingerprint ")
                .contains("again: dsqlsim run " + small + " --seed 3\n")
                .doesNotContain("\033[");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void theSeedOfTheCommandLineWinsOverTheFiles() throws IOException {
        assertThat(seedOf("run", small)).isEqualTo(3);
        assertThat(seedOf("run", small, "--set", "seed=5")).isEqualTo(5);
        assertThat(seedOf("run", small, "--set", "seed=5", "--seed", "7")).isEqualTo(7);
        String without = scenario("without.yaml", SMALL.replace("seed: 3\n", ""));
        assertThat(seedOf("run", without)).isEqualTo(1);
    }

    @Test
    void reproducingGivesTheSameBytes() throws IOException {
        Path first = folder.resolve("first.json");
        Path second = folder.resolve("second.json");
        run("run", small, "--set", "workload.orders.arrivals=70/s", "--json", first.toString());
        run("run", small, "--seed", "3", "--set", "workload.orders.arrivals=70/s", "--json", second.toString());
        assertThat(second).hasSameBinaryContentAs(first);
        JsonNode result = JSON.readTree(first.toFile());
        assertThat(result.path("run").path("reproduce").asText())
                .isEqualTo("dsqlsim run small.yaml --seed 3 --set workload.orders.arrivals=70/s");
        assertThat(result.path("scenario").path("path").asText()).isEqualTo("small.yaml");
    }

    @Test
    void outIsAFolderOfAllFormats() {
        Path results = folder.resolve("a/b");
        assertThat(run("run", small, "--out", results.toString())).isZero();
        assertThat(results.toFile().list())
                .containsExactlyInAnyOrder("result.json", "report.html", "summary.md", "junit.xml", "timeline.csv");
    }

    @Test
    void severalScenariosAreAFolderEachAndTheWorstStatus() throws IOException {
        String other = scenario("other.yaml", missed().replace("name: small", "name: other"));
        Path results = folder.resolve("results");
        assertThat(run("run", small, other, "--quiet", "--out", results.toString()))
                .isEqualTo(1);
        assertThat(results.resolve("small/result.json")).exists();
        assertThat(results.resolve("other/result.json")).exists();
        assertThat(out.toString().lines()).hasSize(2);
        assertThat(run("run", small, other, "--json", folder.resolve("x.json").toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--out DIR");
    }

    @Test
    void anExpectationMissedIsOneAndASafetyViolationIsThree() throws IOException {
        assertThat(run("run", scenario("missed.yaml", missed()))).isEqualTo(1);
        String lie =
                SMALL + "faults:\n  - {id: lie, at: 500ms, for: 1s, clock: {role: query-processor, lie: -200ms}}\n";
        int status = run("run", scenario("lie.yaml", lie));
        assertThat(status).as(out.toString() + err).isEqualTo(3);
    }

    @Test
    void everyProblemIsSaidAtOnceAndNothingIsWritten() throws IOException {
        String bad = scenario(
                "bad.yaml", SMALL.replace("duration: 2s", "duration: 2").replace("reads: 1", "read: 1"));
        Path results = folder.resolve("results");
        assertThat(run("run", bad, "nothing.yaml", small, "--out", results.toString()))
                .isEqualTo(2);
        assertThat(err.toString())
                .contains(bad + ":4:11: duration")
                .contains("did you mean 'reads'")
                .contains("nothing.yaml: there is no such file");
        assertThat(out.toString()).isEmpty();
        assertThat(results).doesNotExist();
    }

    @Test
    void outputsAreTriedBeforeTheRun() throws IOException {
        assertThat(run("run", small, "--json", folder.resolve("none/x.json").toString()))
                .isEqualTo(2);
        assertThat(run("run", small, "--out", small)).isEqualTo(2);
        assertThat(run("run", small, "--json", small)).isEqualTo(2);
        assertThat(run("run", small, "--json", folder + "/x", "--html", folder + "/x"))
                .isEqualTo(2);
        assertThat(run("run", small, small, "--out", folder.resolve("o").toString()))
                .isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(Files.readString(Path.of(small))).isEqualTo(SMALL);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(Path.of(small));
        }
    }

    @Test
    void wrongUsageIsTwo() {
        assertThat(run("run")).isEqualTo(2);
        assertThat(run("run", small, "--seed", "-1")).isEqualTo(2);
        assertThat(run("run", small, "--seed", "x")).isEqualTo(2);
        assertThat(run("run", small, "--set", "seed")).isEqualTo(2);
        assertThat(err.toString()).contains("expected path=value");
    }

    @Test
    void repetitionsGiveTheDistributionOfEveryScalar() throws IOException {
        Path json = folder.resolve("result.json");
        assertThat(run("run", small, "--set", "repeat=4", "--json", json.toString()))
                .isZero();
        JsonNode replications = JSON.readTree(json.toFile()).path("replications");
        assertThat(replications.path("count").asInt()).isEqualTo(4);
        for (JsonNode scalar : replications.path("scalars")) {
            assertThat(scalar.path("values")).as(scalar.toString()).hasSize(4);
        }
        assertThat(out.toString()).contains("4 replications");
    }

    @Test
    void verificationOfADeterministicRunSucceeds() {
        assertThat(run("run", small, "--verify")).isZero();
        assertThat(out.toString()).contains("verified: two runs agree");
        assertThat(run("run", small, "--verify", "--set", "repeat=3")).isZero();
    }

    @Test
    void verificationOfOthersIsFourAndNamesTheEvent() {
        RunCommand command = new RunCommand(Options.STANDARD, RunCommandTest::disturbed);
        assertThat(run(command, "run", small, "--verify")).isEqualTo(4);
        assertThat(err.toString())
                .contains("small: not deterministic: the first event that differs is number ")
                .contains("at 1000000000 ns in the second");
    }

    @Test
    void aMistakeOfTheProgramIsSeventyWithAllThatIsNeededToReportIt() throws IOException {
        EventListener broken = (number, timeNanos, kind, node) -> {
            if (number == 100) {
                throw new AssertionError("broken on purpose");
            }
        };
        Options options = Options.STANDARD.listening(broken);
        String other = scenario("missed.yaml", missed());
        assertThat(run(new RunCommand(options, UnaryOperator.identity()), "run", small, "--json", folder + "/x"))
                .isEqualTo(70);
        assertThat(err.toString())
                .contains("broken on purpose")
                .contains("seed 3")
                .contains("again: dsqlsim run " + small + " --seed 3")
                .contains("open an issue");
        assertThat(folder.resolve("x")).doesNotExist();
        assertThat(run(new RunCommand(options, UnaryOperator.identity()), "run", other, small))
                .isEqualTo(70);
    }

    /** The same, but that something happens after a second. */
    private static Scenario disturbed(Scenario scenario) {
        try {
            String fault = "faults: [{id: x, at: 1s, for: 100ms, crash: {role: storage}}]\n";
            return ScenarioReader.read("small.yaml", SMALL + fault, List.of());
        } catch (InvalidScenario e) {
            throw new AssertionError(e);
        }
    }

    private static String missed() {
        return SMALL.replace("availability > 50%", "availability < 50%");
    }

    private long seedOf(String... arguments) throws IOException {
        Path json = folder.resolve("seed.json");
        List<String> all = Stream.concat(Stream.of(arguments), Stream.of("--json", json.toString()))
                .toList();
        run(all.toArray(String[]::new));
        return JSON.readTree(json.toFile()).path("run").path("seed").asLong();
    }

    private String scenario(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private int run(String... arguments) {
        return Main.commandLine(new PrintWriter(out), new PrintWriter(err)).execute(arguments);
    }

    private int run(RunCommand command, String... arguments) {
        return Main.commandLine(new PrintWriter(out), new PrintWriter(err), command)
                .execute(arguments);
    }
}
