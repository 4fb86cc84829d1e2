package dsqlsim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dsqlsim.yaml.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

/** Whatever a file holds, reading it ends, with a scenario or with located problems. */
class ScenarioPropertyTest {
    private static final String[] BITS = {
        "- ",
        ": ",
        "{",
        "}",
        "[",
        "]",
        "&a ",
        "*a",
        "\n",
        "\n  ",
        "|",
        ">",
        "'",
        "\"",
        "#",
        "!!int ",
        "? ",
        "%",
        "---\n",
        "10s",
        "x3",
        "-1",
        "1e9",
        "never",
        "us-east-1",
        "<<: ",
        "random: {}",
        "crash: ",
        "every: 1ns",
        "99999999999999999999"
    };

    @Property(tries = 500)
    void arbitraryTextNeverThrows(@ForAll @StringLength(max = 200) String text) {
        read(text);
    }

    @Property(tries = 300)
    void arbitraryBytesNeverThrow(@ForAll @Size(max = 300) byte[] bytes) {
        read(new String(bytes, StandardCharsets.UTF_8));
    }

    @Property(tries = 1500)
    void mutilatedScenariosNeverThrow(
            @ForAll @IntRange(max = 1200) int at,
            @ForAll @IntRange(max = 40) int cut,
            @ForAll @IntRange(max = 29) int bit) {
        String page = Scenarios.PAGE;
        int from = Math.min(at, page.length());
        read(page.substring(0, from) + BITS[bit] + page.substring(Math.min(page.length(), from + cut)));
    }

    @Property(tries = 500)
    void arbitraryOverridesNeverThrow(@ForAll @StringLength(max = 40) String override) {
        read(Scenarios.SHORT, override);
        read(Scenarios.SHORT, "workload.w.arrivals=" + override);
        read(Scenarios.SHORT, override + "=1");
    }

    private static void read(String text, String... overrides) {
        try {
            assertThat(ScenarioReader.read("f.yaml", text, List.of(overrides))).isNotNull();
        } catch (InvalidScenario e) {
            assertThat(e.problems()).isNotEmpty().allSatisfy(ScenarioPropertyTest::isLocated);
        }
    }

    private static void isLocated(Problem problem) {
        assertThat(problem.message()).isNotBlank();
        assertThat(problem.file()).isNotBlank();
        assertThat(problem.line()).isNotNegative();
    }
}
