package dsqlsim.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dsqlsim.history.Histories;
import dsqlsim.history.History;
import dsqlsim.history.HistoryChecker;
import dsqlsim.history.MalformedHistoryException;
import dsqlsim.history.Model;
import dsqlsim.scenario.InvalidScenario;
import dsqlsim.scenario.ScenarioReader;
import dsqlsim.yaml.Quantity;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Whatever is fed to a parser gives a result or a located error: never another exception, never a hang, never all of the memory. In a
 * build the inputs in the resources are run, found ones among them; {@code JAZZER_FUZZ=1} with one method of this class looks for more.
 */
class ParsersFuzzTest {
    private static final int CHECKED_MAX = 12;
    private static final String BASE = """
            dsqlsim: 1
            name: fuzzed
            duration: 10s
            topology: {regions: [us-east-1]}
            workload: [{name: w, region: us-east-1, arrivals: 10/s, transactions: [{name: t, writes: 1}]}]
            faults: [{id: f, at: 2s, for: 1s, crash: {role: journal}}]
            """;

    @FuzzTest(maxDuration = "2m")
    void scenario(byte[] data) {
        read(text(data), List.of());
    }

    @FuzzTest(maxDuration = "2m")
    void override(byte[] data) {
        read(BASE, List.of(text(data)));
    }

    @FuzzTest(maxDuration = "2m")
    void distribution(byte[] data) {
        read(BASE + "settings: {journal.persist: " + quoted(text(data)) + "}\n", List.of());
    }

    @FuzzTest(maxDuration = "2m")
    void expectation(byte[] data) {
        read(BASE + "expect: [" + quoted(text(data)) + "]\n", List.of());
    }

    @FuzzTest(maxDuration = "2m")
    void quantity(byte[] data) {
        String text = text(data);
        Quantity.duration(text);
        Quantity.rate(text);
        Quantity.share(text);
        Quantity.factor(text);
        Quantity.size(text);
        Quantity.ppm(text);
        Quantity.number(text);
    }

    @FuzzTest(maxDuration = "2m")
    void edn(byte[] data) {
        history("history.edn", text(data));
    }

    @FuzzTest(maxDuration = "2m")
    void json(byte[] data) {
        history("history.json", text(data));
    }

    private static String text(byte[] data) {
        return new String(data, StandardCharsets.UTF_8);
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''").replaceAll("\\s+", " ") + "'";
    }

    private static void read(String text, List<String> overrides) {
        try {
            assertThat(ScenarioReader.read("fuzzed.yaml", text, overrides)).isNotNull();
        } catch (InvalidScenario e) {
            assertThat(e.problems()).isNotEmpty().allSatisfy(each -> {
                assertThat(each.message()).isNotBlank();
                assertThat(each.toString()).contains(each.file() + ":");
            });
        }
    }

    private static void history(String name, String text) {
        try {
            for (History history : Histories.read(name, text)) {
                for (Model model : Model.values()) {
                    if (history.txns().size() <= CHECKED_MAX) {
                        assertThat(HistoryChecker.check(history, model)).isNotNull();
                    }
                }
            }
        } catch (MalformedHistoryException e) {
            assertThat(e.getMessage()).matches("(?s)[^ ]*: .+");
        }
    }
}
