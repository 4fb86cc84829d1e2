package dsqlsim.compare;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a study has come to, in a file that grows by a line with each run. A line that an interruption cut short does not count. The first
 * line says which study it is.
 */
public final class StudyFile implements Study.Memory {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Path path;
    private final Map<Integer, Study.Done> before = new TreeMap<>();

    private record Head(String study) {}

    private record Line(int run, Study.Done done) {}

    private StudyFile(Path path) {
        this.path = path;
    }

    /** A study that nobody remembers. */
    public static Study.Memory none() {
        return new Study.Memory() {
            @Override
            public Map<Integer, Study.Done> before() {
                return Map.of();
            }

            @Override
            public void keep(int run, Study.Done done) {}
        };
    }

    /** Goes on with a file, or begins it; throws if it is of another study. */
    public static StudyFile open(Path path, Study study) throws IOException {
        StudyFile file = new StudyFile(path);
        if (Files.exists(path) && Files.size(path) > 0) {
            file.read(study);
        } else {
            Files.writeString(path, MAPPER.writeValueAsString(new Head(study.identity())) + "\n");
        }
        return file;
    }

    private void read(Study study) throws IOException {
        String text = Files.readString(path);
        List<String> lines = text.lines().toList();
        if (!head(lines.get(0)).equals(study.identity())) {
            throw new IOException(path + " is of another study: another scenario, seed, range or version");
        }
        int whole = text.endsWith("\n") ? lines.size() : lines.size() - 1;
        for (String each : lines.subList(1, Math.max(1, whole))) {
            Line line = MAPPER.readValue(each, Line.class);
            before.put(line.run(), line.done());
        }
        if (whole < lines.size()) {
            Files.writeString(path, String.join("\n", lines.subList(0, whole)) + "\n"); // Without what was cut short.
        }
    }

    private String head(String line) throws IOException {
        try {
            return MAPPER.readValue(line, Head.class).study();
        } catch (JsonProcessingException e) {
            throw new IOException(path + " is no file of a study", e);
        }
    }

    @Override
    public Map<Integer, Study.Done> before() {
        return Map.copyOf(before);
    }

    @Override
    public synchronized void keep(int run, Study.Done done) {
        try {
            byte[] line = (MAPPER.writeValueAsString(new Line(run, done)) + "\n").getBytes(StandardCharsets.UTF_8);
            Files.write(path, line, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
