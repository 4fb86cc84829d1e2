package dsqlsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineTest {
    private static final String SMALL = """
            dsqlsim: 1
            name: small
            duration: 3s
            topology: {architecture: dsql-single-region, regions: [us-east-1], shards: 1, partitions: 1}
            workload:
              - {name: orders, region: us-east-1, arrivals: 50/s, transactions: [{name: order, reads: 1, writes: 1}]}
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private String scenario;
    private String stored;

    @BeforeEach
    void store() throws IOException {
        scenario = Files.writeString(folder.resolve("small.yaml"), SMALL).toString();
        stored = folder.resolve("stored.json").toString();
        assertThat(run("run", scenario, "--json", stored, "--quiet")).isZero();
    }

    @Test
    void theSameRunIsNoWorse() {
        assertThat(run("run", scenario, "--baseline", stored)).isZero();
        assertThat(out.toString()).contains("worse by more than 10 %; the run is the same, event by event");
    }

    @Test
    void whatBecameWorseIsNamedAndFailsTheJob() {
        assertThat(run("run", scenario, "--baseline", stored, "--set", "journal.persist=40ms"))
                .isEqualTo(1);
        assertThat(out.toString()).contains("  worse  latency.commit.p50(orders): ");
        out.getBuffer().setLength(0);
        run("run", scenario, "--baseline", stored, "--set", "journal.persist=40ms", "--tolerance", "100000%");
        assertThat(out.toString()).doesNotContain("  worse  latency.commit.p50(orders): ");
    }

    @Test
    void aResultOfSomethingElseIsRefused() throws IOException {
        String other = Files.writeString(folder.resolve("other.yaml"), SMALL.replace("name: small", "name: other"))
                .toString();
        assertThat(run("run", other, "--baseline", stored)).isEqualTo(2);
        assertThat(err.toString()).contains("expected a result of other on dsql-single-region, found one of small");
        assertThat(run("run", scenario, "--baseline", scenario)).isEqualTo(2);
        assertThat(run(
                        "run",
                        scenario,
                        "--baseline",
                        folder.resolve("none.json").toString()))
                .isEqualTo(2);
        assertThat(run("run", scenario, "--baseline", stored, "--tolerance", "some"))
                .isEqualTo(2);
    }

    private int run(String... arguments) {
        return Main.commandLine(new PrintWriter(out), new PrintWriter(err)).execute(arguments);
    }
}
