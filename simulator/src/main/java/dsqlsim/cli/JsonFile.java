package dsqlsim.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dsqlsim.report.FileOutput;
import dsqlsim.report.UnwritableOutputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Records as JSON: the same bytes everywhere. */
final class JsonFile {
    private static final ObjectWriter WRITER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .build()
            .writer(new DefaultPrettyPrinter()
                    .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                    .withArrayIndenter(new DefaultIndenter("  ", "\n")));

    private JsonFile() {}

    static String text(Object value) {
        try {
            return WRITER.writeValueAsString(value) + "\n";
        } catch (JsonProcessingException e) {
            throw new AssertionError("a value that can't be written", e);
        }
    }

    /** Writes a file if one is wanted: {@code file} may be null. */
    static void write(Path file, Object value) throws UnwritableOutputException {
        if (file != null) {
            FileOutput.write(file, text(value).getBytes(StandardCharsets.UTF_8));
        }
    }
}
