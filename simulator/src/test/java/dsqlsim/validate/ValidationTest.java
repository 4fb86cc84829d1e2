package dsqlsim.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every case of the validation at its small size, and at full size with the three published seeds when {@code -Dvalidation.full=true}.
 * The page of the documentation is made of what was found at full size, and of this where a case has changed since; it must name the same cases,
 * expected values, tolerances and verdicts; {@code -Ddsqlsim.update=true} writes it anew.
 */
class ValidationTest {
    private static final Path PAGE = Path.of("../docs/VALIDATION.md");
    /** What was found at full size. */
    private static final Path FOUND = Path.of("../docs/validation.json");
    /** All cells but those between the sixth and the last. */
    private static final String FIXED_CELLS = "^((?:\\| [^|]*){6}).*(\\| [^|]* \\|)$";

    private static final boolean FULL = Boolean.getBoolean("validation.full");
    private static final long[] SEEDS = FULL ? new long[] {101, 202, 303} : new long[] {101};
    private static final List<Case> CASES = Cases.all();
    private static final Map<Integer, Outcome> OUTCOMES = new ConcurrentSkipListMap<>();

    @TestFactory
    Stream<DynamicTest> everyNumberIsWithinItsTolerance() {
        return Arrays.stream(SEEDS)
                .boxed()
                .flatMap(seed -> IntStream.range(0, CASES.size())
                        .mapToObj(i -> DynamicTest.dynamicTest(
                                CASES.get(i).id() + " " + CASES.get(i).title() + ", seed " + seed,
                                () -> holds(i, seed))));
    }

    private static void holds(int number, long seed) throws InterruptedException {
        Outcome outcome = new Campaign(FULL, seed, 2).run(CASES.get(number));
        OUTCOMES.put(number, outcome);
        assertThat(outcome.found()).as(outcome.of().title()).allMatch(Outcome.Found::holds);
    }

    @AfterAll
    static void thePageSaysTheSame() throws IOException {
        if (FULL || OUTCOMES.size() < CASES.size()) {
            return;
        }
        ValidationRecord record = new ValidationRecord(CASES);
        record.addAll(FOUND);
        record.addAll(new ValidationTable(new ArrayList<>(OUTCOMES.values()), false, SEEDS[0]).rows());
        String page = ValidationMarkdown.render(record);
        if (Boolean.getBoolean("dsqlsim.update")) {
            Files.writeString(PAGE, page);
        }
        assertThat(withoutMeasurements(Files.readString(PAGE)))
                .as(
                        "docs/VALIDATION.md; run this test with -Ddsqlsim.update=true, or dsqlsim validate --merge docs/validation.json"
                                + " --markdown docs/VALIDATION.md")
                .isEqualTo(withoutMeasurements(page));
    }

    /** What a change of the model may change within the tolerances. */
    private static List<String> withoutMeasurements(String page) {
        return page.lines()
                .map(line -> line.startsWith("| ") ? line.replaceFirst(FIXED_CELLS, "$1$2") : line)
                .toList();
    }
}
