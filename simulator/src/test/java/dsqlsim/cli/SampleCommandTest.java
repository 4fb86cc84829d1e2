package dsqlsim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SampleCommandTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return new CommandLine(new SampleCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    @Test
    void writesTheNumbersInSeconds() throws IOException {
        Path file = folder.resolve("draws.json");
        assertThat(run("exponential(10ms)", "--n", "100000", "--seed", "101", "--json", file.toString()))
                .isZero();
        JsonNode json = new ObjectMapper().readTree(Files.readString(file));
        assertThat(json.fieldNames())
                .toIterable()
                .containsExactly("n", "mean", "var", "sd", "min", "max", "quantiles", "ks", "lag1");
        assertThat(json.get("n").asInt()).isEqualTo(100_000);
        assertThat(json.get("mean").asDouble()).isCloseTo(0.010, within(4 * 0.010 / Math.sqrt(100_000)));
        assertThat(json.get("var").asDouble()).isCloseTo(1e-4, within(4 * 1e-4 * Math.sqrt(8.0 / 100_000)));
        assertThat(json.get("sd").asDouble())
                .isEqualTo(Math.sqrt(json.get("var").asDouble()));
        assertThat(json.at("/quantiles/p50").asDouble()).isCloseTo(0.00693147, within(0.00013));
        assertThat(json.get("ks").asDouble()).isBetween(1e-5, 0.006165);
        assertThat(Math.abs(json.get("lag1").asDouble())).isBetween(1e-7, 0.01265);
        assertThat(out.toString()).contains("mean  ").contains("(expected 10ms)");
    }

    @Test
    void oneSeedOneFile() throws IOException {
        Path one = folder.resolve("one.json");
        Path two = folder.resolve("two.json");
        Path other = folder.resolve("other.json");
        run("weibull(0.5, 5ms)", "--n", "1000", "--seed", "7", "--quiet", "--json", one.toString());
        run("weibull(0.5, 5ms)", "--n", "1000", "--seed", "7", "--quiet", "--json", two.toString());
        run("weibull(0.5, 5ms)", "--n", "1000", "--seed", "8", "--quiet", "--json", other.toString());
        assertThat(one).hasSameTextualContentAs(two);
        assertThat(Files.readString(one)).isNotEqualTo(Files.readString(other));
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void plainNumbersStayPlain() {
        assertThat(run("11 + exponential(0.5)")).isZero();
        assertThat(out.toString()).contains("(expected 11.5)");
    }

    @Test
    void aConstantFitsItselfAndHasNoCorrelation() throws IOException {
        Path file = folder.resolve("draws.json");
        assertThat(run("20ms", "--n", "10", "--json", file.toString())).isZero();
        JsonNode json = new ObjectMapper().readTree(Files.readString(file));
        assertThat(json.get("ks").asDouble()).isZero();
        assertThat(json.get("var").asDouble()).isZero();
        assertThat(json.get("max").asDouble()).isEqualTo(0.02);
        assertThat(json.get("lag1").isNull()).isTrue();
    }

    @Test
    void showsWhereADistributionIsWrong() {
        assertThat(run("exponential(10sec)")).isEqualTo(2);
        assertThat(err)
                .hasToString(
                        "dsqlsim sample: DIST:1:13: expected a duration such as '20ms' (units: ns, us, ms, s, m, h, d),"
                                + " not '10sec)'\n  exponential(10sec)\n              ^\n");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void refusesCountsOutOfRangeAndPlacesThatCannotBeWritten() {
        assertThat(run("20ms", "--n", "0")).isEqualTo(2);
        assertThat(run("20ms", "--json", folder.resolve("no/such/folder").toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--n between 1 and").contains("does not exist");
    }
}
