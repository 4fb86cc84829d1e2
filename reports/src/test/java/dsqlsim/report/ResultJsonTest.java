package dsqlsim.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ResultJsonTest {
    @Test
    void readsBackWhatItWrote() throws UnreadableResultException {
        String text = ResultJson.write(Sample.regionIsolation());
        RunResult read = ResultJson.read(text);
        assertThat(read).isEqualTo(Sample.regionIsolation());
        assertThat(ResultJson.write(read)).isEqualTo(text).endsWith("}\n").doesNotContain("\r");
    }

    @Test
    void keysComeInTheOrderOfTheContract() {
        String text = ResultJson.write(Sample.regionIsolation());
        assertThat(text)
                .startsWith("{\n  \"dsqlsim-result\": 1,\n  \"scenario\": {\n    \"name\": \"region-isolation\",");
        List<String> keys = List.of(
                "scenario",
                "run",
                "verdict",
                "workloads",
                "regions",
                "phases",
                "faults",
                "events",
                "safety",
                "expectations",
                "timeline",
                "assumptions",
                "replications",
                "warnings");
        assertThat(keys.stream()
                        .map(key -> text.indexOf("\n  \"" + key + "\": "))
                        .toList())
                .doesNotContain(-1)
                .isSorted();
    }

    @Test
    void numbersAreShortestAndZeroHasNoSign() {
        assertThat(values(-0.0, 0.1 + 0.2, 2.0e-3, 1e-7, 2e23, null))
                .contains("\"values\": [0.0,0.30000000000000004,0.002,1.0E-7,2.0E23,null]");
    }

    @Test
    void refusesWhatIsNoNumber() {
        assertThatThrownBy(() -> values(Double.NaN)).hasMessageContaining("NaN is no number for a result");
        assertThatThrownBy(() -> values(Double.POSITIVE_INFINITY)).hasMessageContaining("Infinity is no number");
    }

    @Test
    void refusesOtherFilesWithAReason() {
        assertThatThrownBy(() -> ResultJson.read("{}")).hasMessage("not a result file: it has no 'dsqlsim-result: 1'");
        assertThatThrownBy(() -> ResultJson.read("{\"dsqlsim-result\": 2}"))
                .hasMessage("result format 2 is not known; this version reads format 1");
        assertThatThrownBy(() -> ResultJson.read("nonsense")).hasMessageStartingWith("not a result file: ");
    }

    @Test
    void keysOfLaterVersionsAreIgnored() throws UnreadableResultException {
        String text = ResultJson.write(Sample.regionIsolation());
        String later = text.replaceFirst("\\{", "{ \"colour\": \"blue\",");
        assertThat(ResultJson.read(later)).isEqualTo(Sample.regionIsolation());
    }

    private static String values(Double... values) {
        Series series = new Series("x", null, "1/s", java.util.Arrays.asList(values));
        RunResult sample = Sample.regionIsolation();
        return ResultJson.write(Sample.withTimeline(sample, new Timeline(0.1, 0, List.of(series))));
    }
}
