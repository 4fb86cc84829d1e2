package dsqlsim.explore;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dsqlsim.report.FileOutput;
import dsqlsim.report.UnwritableOutputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What an exploration has come to, in a file, so that the next one goes on from there. */
public final class StateFile {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** The content of the file; {@code identity} says which exploration it belongs to. */
    private record State(
            String identity,
            int runs,
            long fired,
            int violated,
            Map<String, Long> events,
            Map<String, long[]> coverage,
            Map<String, Integer> kinds,
            List<Finding> findings) {}

    private final Path path;
    private final Request request;

    public StateFile(Path path, Request request) {
        this.path = path;
        this.request = request;
    }

    /** What is there of the same exploration; nothing if there is no file. */
    public Totals read() throws IOException {
        Totals totals = new Totals();
        if (!Files.exists(path)) {
            return totals;
        }
        State state = MAPPER.readValue(Files.readString(path), State.class);
        if (!state.identity().equals(request.identity())) {
            throw new IOException(path + " is of another exploration (" + state.identity() + ")");
        }
        totals.restore(
                state.runs(),
                state.fired(),
                state.violated(),
                state.events(),
                state.coverage(),
                state.kinds(),
                state.findings());
        return totals;
    }

    public void write(Totals totals) throws UnwritableOutputException {
        State state = new State(
                request.identity(),
                totals.runs(),
                totals.fired(),
                totals.violated(),
                totals.events(),
                totals.cells(),
                totals.kinds(),
                totals.findings());
        try {
            FileOutput.write(path, MAPPER.writeValueAsString(state).getBytes(StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new AssertionError("a state that can't be written", e);
        }
    }
}
