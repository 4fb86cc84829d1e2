package dsqlsim.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dsqlsim.report.ValidationRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidationRecordTest {
    private static final List<Case> CASES = List.of(aCase("D1", 952.0), aCase("C1a", 0.1));
    private final ValidationRecord record = new ValidationRecord(CASES);

    @Test
    void fullSizeCountsForMoreThanSmallAndTheLatestForMoreThanTheFirst() {
        record.addAll(found("D1", 952, true, 101, 950));
        record.addAll(found("D1", 952, true, 101, 951));
        record.addAll(found("D1", 952, false, 101, 940));
        assertThat(record.rows()).extracting(ValidationRow::value).containsExactly(951.0);
    }

    @Test
    void whatACaseExpectsNoLongerIsForgotten() {
        record.addAll(found("D1", 900, true, 101, 900));
        record.addAll(found("D9", 1, true, 101, 1));
        assertThat(record.rows()).isEmpty();
    }

    @Test
    void theFileReadsBackInTheOrderOfTheCases(@TempDir Path dir) throws IOException {
        record.addAll(found("C1a", 0.1, true, 202, 0.11));
        record.addAll(found("D1", 952, true, 202, 950));
        record.addAll(found("D1", 952, true, 101, 951));
        Path file = Files.writeString(dir.resolve("found.json"), record.text());
        ValidationRecord other = new ValidationRecord(CASES);
        other.addAll(file);
        assertThat(other.rows()).isEqualTo(record.rows());
        assertThat(other.rows()).extracting(ValidationRow::seed).containsExactly(101L, 202L, 202L);
    }

    @Test
    void thePageHasAColumnForEachSeedAndSaysWhatIsOut() {
        record.addAll(found("D1", 952, true, 101, 951));
        record.addAll(found("D1", 952, true, 202, 990));
        record.addAll(found("C1a", 0.1, false, 101, 0.1));
        assertThat(ValidationMarkdown.render(record))
                .contains("| seed 101 | seed 202 | verdict |")
                .contains("| 952 | ±8 | 951 | 990 | **out** |")
                .contains("| 0.1 *small* | - | ok |")
                .contains("1 of 3 measurements, marked *small*")
                .contains("2 of 3 measurements are within");
    }

    private static Case aCase(String id, double expected) {
        Measure measure = new Measure("mean", "", "", "x", null, null, null, 0, expected, 8.0, null, null, null, null);
        return new Case(id, "a title", "theory", null, null, null, "queue", null, 1, null, List.of(measure));
    }

    private static List<ValidationRow> found(String id, double expected, boolean full, long seed, double value) {
        Case of = aCase(id, expected);
        Measure measure = of.measures().get(0);
        Outcome outcome = new Outcome(of, 1, List.of(new Outcome.Found(measure, value, measure.holds(value, 1))));
        return ValidationTable.rows(outcome, full, seed, 1.5);
    }
}
