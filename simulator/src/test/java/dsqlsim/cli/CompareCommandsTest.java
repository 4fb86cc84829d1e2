package dsqlsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dsqlsim.report.ResultJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that put several runs side by side, as a user calls them. */
class CompareCommandsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TEXT = """
            dsqlsim: 1
            name: two
            duration: 4s
            warmup: 500ms
            topology: {regions: [us-east-1, us-east-2], witness: us-west-2}
            workload:
              - name: virginia
                region: us-east-1
                arrivals: 50/s
                transactions: [{name: order, reads: 1, writes: 1}]
                keys: {space: 2000}
                retry: {attempts: 5, base: 20ms, cap: 1s, jitter: full}
            faults:
              - {id: crash, at: 1500ms, for: 1s, crash: {role: query-processor, region: us-east-1}}
            expect:
              - rpo == 0s
            sweep:
              vary: {workload.virginia.arrivals: [30/s, 60/s], membership.detect: [2s, 3s]}
              repeat: 2
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private String two;
    private Path json;

    @BeforeEach
    void writeScenario() throws IOException {
        Path file = folder.resolve("two.yaml");
        Files.writeString(file, TEXT);
        two = file.toString();
        json = folder.resolve("out.json");
    }

    // ---- compare

    @Test
    void compareWritesWhatItsSchemaSays() throws IOException {
        Path markdown = folder.resolve("out.md");
        assertThat(run("compare", two, "--json", json.toString(), "--markdown", markdown.toString()))
                .isZero();
        JsonNode written = valid("comparison");
        assertThat(written.path("results").size()).isGreaterThanOrEqualTo(2);
        assertThat(written.path("workload-fingerprint").asText()).hasSize(16);
        assertThat(Files.readString(markdown)).contains("| dsql-single-region | durability | HOLDS |");
        assertThat(written.toString()).doesNotContain(folder.toString());
    }

    @Test
    void compareRefusesDesignsThatDoNotExistOrFit() {
        assertThat(run("compare", two, "--architectures", "dsql-multi-regio")).isEqualTo(2);
        assertThat(err.toString()).contains("unknown design 'dsql-multi-regio'; did you mean 'dsql-multi-region'?");
        assertThat(run("compare", "hot-key", "--architectures", "dsql-multi-region"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("dsql-multi-region does not fit hot-key: it needs 2 regions");
        assertThat(run("compare", two, "--repeat", "0")).isEqualTo(2);
    }

    // ---- diff

    @Test
    void twoRunsOfOneScenarioDoNotDiffer() throws IOException {
        assertThat(run("diff", two, two, "--json", json.toString())).isZero();
        assertThat(out.toString()).contains("All their events agree.", "No metric differs.");
        JsonNode written = valid("diff");
        assertThat(written.path("first-event").isNull()).isTrue();
        assertThat(written.at("/transactions/same").asLong())
                .isEqualTo(written.at("/transactions/matched").asLong())
                .isPositive();
    }

    @Test
    void resultFilesCanBeCompared() throws IOException {
        String first = folder.resolve("first.json").toString();
        String second = folder.resolve("second.json").toString();
        run("run", two, "--json", first);
        run("run", two, "--seed", "9", "--json", second);
        assertThat(run("diff", first, second, "--json", json.toString())).isZero();
        assertThat(valid("diff").path("metrics").size()).isGreaterThan(20);
        assertThat(run("diff", first, two)).isZero();
        assertThat(out.toString()).contains("No metric differs.");
    }

    @Test
    void twinsSayWhatAFaultDid() throws IOException {
        assertThat(run("run", two, "--without", "crash", "--json", json.toString()))
                .isZero();
        JsonNode twin = valid("result").path("twin");
        assertThat(twin.at("/first-event/at").asDouble()).isEqualTo(1.5);
        assertThat(twin.at("/first-event/a").asText()).contains("crash");
        assertThat(twin.at("/transactions/failed").asLong()
                        + twin.at("/transactions/gave-up").asLong())
                .isPositive();
        assertThat(run("diff", two, "--without", "crash")).isZero();
    }

    @Test
    void aFaultThatIsNotThereIsRefused() {
        assertThat(run("run", two, "--without", "crush")).isEqualTo(2);
        assertThat(err.toString()).contains("unknown fault 'crush'; did you mean 'crash'?");
    }

    // ---- sweep

    @Test
    void sweepWritesWhatItsSchemaSays() throws IOException {
        Path csv = folder.resolve("out.csv");
        assertThat(run("sweep", two, "--json", json.toString(), "--csv", csv.toString()))
                .isZero();
        JsonNode written = valid("sweep");
        assertThat(written.path("points").size()).isEqualTo(4);
        assertThat(written.at("/points/0/scalars/0/count").asInt()).isBetween(0, 2);
        assertThat(out.toString()).contains("4 points, 2 replications each", "60/s");
        assertThat(Files.readString(csv)).contains("latency.commit.p99");
    }

    @Test
    void aSweepNeedsSomethingToVary() {
        assertThat(run("sweep", "hot-key")).isEqualTo(2);
        assertThat(err.toString()).contains("hot-key.yaml: expected a 'sweep' block, or --vary");
        assertThat(run("sweep", two, "--vary", "membership.detect=1s,never")).isEqualTo(2);
        assertThat(run("sweep", two, "--metric", "latency.comit.p99")).isEqualTo(2);
        assertThat(err.toString()).contains("did you mean 'latency.commit.p99'?");
    }

    // ---- assumptions --impact

    @Test
    void impactWritesWhatItsSchemaSays() throws IOException {
        Path markdown = folder.resolve("out.md");
        assertThat(run(
                        "assumptions",
                        "journal.",
                        "--impact",
                        two,
                        "--json",
                        json.toString(),
                        "--markdown",
                        markdown.toString()))
                .isZero();
        JsonNode written = valid("impact");
        assertThat(written.at("/metrics/0/metric").asText()).isEqualTo("rto");
        assertThat(written.path("metrics").size()).isEqualTo(3);
        assertThat(Files.readString(markdown)).contains("### abort-rate, now");
        assertThat(run("assumptions", "--metric", "rto")).isEqualTo(2);
    }

    private JsonNode valid(String format) throws IOException {
        JsonNode written = JSON.readTree(Files.readString(json));
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(ResultJson.schema(format));
        assertThat(schema.validate(written)).isEmpty();
        return written;
    }

    private int run(String... arguments) {
        return Main.commandLine(new PrintWriter(out), new PrintWriter(err))
                .execute(Stream.of(arguments).toArray(String[]::new));
    }
}
