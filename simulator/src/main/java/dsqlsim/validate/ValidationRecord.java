package dsqlsim.validate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dsqlsim.report.ValidationRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What several campaigns have found: of each number and seed the latest, where full size counts for more than small. */
public final class ValidationRecord {
    private static final JsonMapper JSON = new JsonMapper();

    /** A number of a case. What was measured of it is of no use once the case expects or allows something else. */
    private record Measured(String id, String title, String what, String expected) {
        static Measured of(ValidationRow row) {
            return new Measured(row.id(), row.title(), row.what(), row.expected());
        }
    }

    /** In the order of the cases, by seed. */
    private final Map<Measured, SortedMap<Long, ValidationRow>> numbers = new LinkedHashMap<>();

    /** Of what these cases ask now. */
    public ValidationRecord(List<Case> cases) {
        for (Case of : cases) {
            for (Measure each : of.measures()) {
                numbers.put(new Measured(of.id(), of.title(), each.what(), each.expectation()), new TreeMap<>());
            }
        }
    }

    /** Adds the rows of a file that {@code validate --json} wrote. */
    public void addAll(Path file) throws IOException {
        addAll(JSON.readValue(Files.readString(file), new TypeReference<List<ValidationRow>>() {}));
    }

    /** The same as a file, a row in each line. */
    public String text() {
        return rows().stream().map(ValidationRecord::line).collect(Collectors.joining(",\n", "[\n", "\n]\n"));
    }

    private static String line(ValidationRow row) {
        try {
            return JSON.writeValueAsString(row);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a row that cannot be written", e);
        }
    }

    public void addAll(List<ValidationRow> rows) {
        for (ValidationRow row : rows) {
            SortedMap<Long, ValidationRow> seeds = numbers.get(Measured.of(row));
            if (seeds != null) {
                seeds.merge(row.seed(), row, ValidationRecord::better);
            }
        }
    }

    private static ValidationRow better(ValidationRow old, ValidationRow young) {
        return full(old) && !full(young) ? old : young;
    }

    static boolean full(ValidationRow row) {
        return row.size().equals(ValidationRow.FULL);
    }

    /** All rows, by number in the order of the cases, and then by seed. */
    public List<ValidationRow> rows() {
        List<ValidationRow> all = new ArrayList<>();
        numbers.values().forEach(seeds -> all.addAll(seeds.values()));
        return all;
    }

    /** By number, those that were measured at all; each with its seeds. */
    List<SortedMap<Long, ValidationRow>> measured() {
        return numbers.values().stream().filter(seeds -> !seeds.isEmpty()).toList();
    }

    /** The seeds that occur. */
    SortedSet<Long> seeds() {
        TreeSet<Long> all = new TreeSet<>();
        numbers.values().forEach(seeds -> all.addAll(seeds.keySet()));
        return all;
    }
}
