package dsqlsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferenceCommandsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void checkSaysEveryProblemAndReturnsTwo() throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.yaml"), "dsqlsim: 1\nduration: 5\nworkload: []\n");
        Path json = folder.resolve("problems.json");
        assertThat(run("check", bad.toString(), "region-loss", "nothing.yaml", "--json", json.toString()))
                .isEqualTo(2);
        assertThat(err.toString())
                .isEqualTo(bad + ":2:11: duration: expected a duration above 0 such as '20ms' or '5m', not '5'\n"
                        + bad + ":3:11: workload: expected at least one workload\n"
                        + "nothing.yaml: there is no such file, and no bundled scenario of that name\n");
        assertThat(out.toString()).isEqualTo("region-loss: ok\n");
        JsonNode files = JSON.readTree(json.toFile()).path("files");
        assertThat(files).hasSize(3);
        assertThat(files.get(0).path("problems").get(0).path("line").asInt()).isEqualTo(2);
        assertThat(files.get(1).path("ok").asBoolean()).isTrue();
    }

    @Test
    void checkAppliesOverrides() {
        assertThat(run("check", "region-loss", "--set", "duration=1s")).isEqualTo(2);
        assertThat(err.toString()).contains("after the end of the run");
    }

    @Test
    void listShowAndInitLeadToAScenarioOfOnesOwn() throws IOException {
        assertThat(run("list")).isZero();
        assertThat(out.toString()).contains("region-loss").contains("Ohio loses power");
        assertThat(run("show", "region-loss")).isZero();
        Path mine = folder.resolve("mine.yaml");
        assertThat(run("init", "region-loss", mine.toString())).isZero();
        assertThat(Files.readString(mine)).startsWith("# yaml-language-server: $schema=dsqlsim.schema.json\n");
        assertThat(folder.resolve("dsqlsim.schema.json")).exists();
        assertThat(run("check", mine.toString())).isZero();
        assertThat(run("init", "region-loss", mine.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("is there already");
        assertThat(run("init", "region-loss", mine.toString(), "--force")).isZero();
    }

    @Test
    void referencesAreWrittenFromTheCode() throws IOException {
        for (String command : new String[] {"faults", "metrics", "assumptions", "schema", "list"}) {
            Path json = folder.resolve(command + ".json");
            assertThat(run(command, "--json", json.toString())).as(command).isZero();
            assertThat(JSON.readTree(json.toFile())).as(command).isNotEmpty();
        }
        assertThat(out.toString()).contains("adjudicator.lease ").contains("rto(region, operation)");
    }

    @Test
    void oneFaultOrAssumptionIsExplainedAtLength() {
        assertThat(run("faults", "partition")).isZero();
        assertThat(out.toString()).contains("aurora-global").contains("splits the brain");
        assertThat(run("faults", "partion")).isEqualTo(2);
        assertThat(err.toString()).contains("did you mean 'partition'?");
        assertThat(run("assumptions", "adjudicator.lease")).isZero();
        assertThat(out.toString()).contains("60ms / 500ms").contains("inferred");
    }

    @Test
    void aFileThatCannotBeWrittenIsBadUsage() {
        assertThat(run("list", "--json", folder.resolve("none/x.json").toString()))
                .isEqualTo(2);
    }

    @Test
    void everyCommandHasHelpWithExamples() {
        for (String command : Main.commandLine(new PrintWriter(out), new PrintWriter(err))
                .getSubcommands()
                .keySet()) {
            StringWriter help = new StringWriter();
            int status = Main.commandLine(new PrintWriter(help), new PrintWriter(help))
                    .execute("help", command);
            assertThat(status).as(command).isZero();
            if (!command.equals("help")) {
                assertThat(help.toString()).as(command).contains("Examples:");
            }
        }
    }

    @Test
    void wrongUsageIsTwoAndSaysWhatWasMeant() {
        assertThat(run("chekc")).isEqualTo(2);
        assertThat(run("check")).isEqualTo(2);
        assertThat(run("list", "--jsn", "x")).isEqualTo(2);
        assertThat(err.toString()).contains("--json");
    }

    private int run(String... arguments) {
        return Main.commandLine(new PrintWriter(out), new PrintWriter(err)).execute(arguments);
    }
}
