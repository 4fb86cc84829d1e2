package dsqlsim.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

/** Whatever a file holds, reading it as histories ends: with histories, or with a sentence on what is wrong. */
class HistoryParserFuzzTest {
    private static final String JSON = """
            {"name": "a", "txns": [
              {"id": "T1", "process": 0, "start": 0, "commit": 3, "status": "committed", "ops": [["r", "x", 0], ["w", "x", 1]]},
              {"id": "T2", "process": 1, "start": 1, "commit": 4, "status": "aborted", "ops": [["append", "y", 2], ["r", "y", [2]]]}]}
            """;
    private static final String EDN = """
            {:type :invoke, :f :txn, :value [[:append 5 1] [:r 5 nil]], :process 0, :time 1, :index 0}
            {:type :ok, :f :txn, :value [[:append 5 1] [:r 5 [1]]], :process 0, :time 2, :index 1}
            {:type :info, :f :txn, :value [[:w 6 1.5] [:r "k" #{1 2}]], :process :nemesis, :time 3N, :index 2}
            """;
    private static final String[] BITS = {
        "{",
        "}",
        "[",
        "]",
        "(",
        ")",
        "\"",
        "\\",
        ",",
        ":",
        "#",
        "#_",
        "#inst ",
        "nil",
        "null",
        "-",
        "1e999",
        "9999999999999999999",
        "0.5",
        ":ok",
        ":fail",
        "\\u0041",
        "\\newline",
        "\n",
        ";",
        "^",
        "@",
        "'",
        "true",
        "\u0000",
        "[[[[[[[[",
        "{{{{"
    };

    @Property(tries = 400)
    void arbitraryTextIsReadOrRefused(@ForAll @StringLength(max = 200) String text) {
        read(text);
    }

    @Property(tries = 200)
    void arbitraryBytesAreReadOrRefused(@ForAll @Size(max = 200) byte[] bytes) {
        read(new String(bytes, StandardCharsets.UTF_8));
    }

    @Property(tries = 1000)
    void mutilatedHistoriesAreReadOrRefused(
            @ForAll boolean json, @ForAll @Size(min = 1, max = 6) List<@IntRange(max = 1_000_000) Integer> cuts) {
        StringBuilder text = new StringBuilder(json ? JSON : EDN);
        for (int cut : cuts) {
            int at = cut % text.length();
            String bit = BITS[cut / 7 % BITS.length];
            switch (cut % 3) {
                case 0 -> text.insert(at, bit);
                case 1 -> text.delete(at, Math.min(text.length() - 1, at + cut % 40));
                default -> text.replace(at, Math.min(text.length(), at + bit.length()), bit);
            }
        }
        read(text.toString());
    }

    private static void read(String text) {
        for (String name : List.of("history.json", "history.edn")) {
            try {
                for (History history : Histories.read(name, text)) {
                    for (Model model : Model.values()) {
                        assertThat(HistoryChecker.check(history, model)).isNotNull();
                    }
                }
            } catch (MalformedHistoryException e) {
                assertThat(e).hasMessageMatching("(?s).+");
            }
        }
    }
}
