package dsqlsim.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.NumberOutput;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The result file, format 1: JSON that is the same to the byte for the same result, on every machine and JDK.
 *
 * <p>Numbers are the shortest that read back as the same double, zero has no sign, and a number that is none (NaN) is a bug of
 * the caller: metrics without samples are null.
 */
public final class ResultJson {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(
                    StreamWriteFeature
                            .USE_FAST_DOUBLE_WRITER) // Double.toString is not the same before and after JDK 19.
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES) // Later versions of format 1 may add keys.
            .addModule(new SimpleModule()
                    .addSerializer(Double.class, new Finite())
                    .addSerializer(double.class, new Finite()))
            .build();
    private static final ObjectWriter WRITER = MAPPER.writer(new DefaultPrettyPrinter(
                    Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
            .withArrayIndenter(DefaultPrettyPrinter.NopIndenter.instance)
            .withObjectIndenter(new DefaultIndenter("  ", "\n")));

    /** The kinds of file that have a schema. */
    public static final List<String> FORMATS = List.of("result", "comparison", "diff", "sweep", "impact");

    private ResultJson() {}

    /** The text of the file, indented, ending in a line feed. */
    public static String write(RunResult result) {
        return text(result);
    }

    /** The text of any of the files: a comparison, a difference, a study, an impact. */
    public static String text(Object content) {
        try {
            return WRITER.writeValueAsString(content) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a result that cannot be written: " + e.getOriginalMessage(), e);
        }
    }

    /** The bytes of the file. */
    public static byte[] bytes(RunResult result) {
        return write(result).getBytes(StandardCharsets.UTF_8);
    }

    /** Reads what {@link #write} wrote; a text that is no result of a known format is refused. */
    public static RunResult read(String text) throws UnreadableResultException {
        try {
            JsonNode tree = MAPPER.readTree(text);
            requireFormat(tree.path("dsqlsim-result"));
            return MAPPER.treeToValue(tree, RunResult.class);
        } catch (JsonProcessingException e) {
            throw new UnreadableResultException("not a result file: " + e.getOriginalMessage(), e);
        }
    }

    /** A number as in the file. */
    static String number(double value) {
        return NumberOutput.toString(value + 0.0, true);
    }

    /** The published JSON Schema of the file. */
    public static String schema() {
        return schema("result");
    }

    /** The published JSON Schema of a format, one of {@link #FORMATS}. */
    public static String schema(String format) {
        return Resources.text("dsqlsim/report/" + format + ".schema.json");
    }

    private static void requireFormat(JsonNode format) throws UnreadableResultException {
        if (!format.isInt()) {
            throw new UnreadableResultException("not a result file: it has no 'dsqlsim-result: 1'", null);
        }
        if (format.intValue() != RunResult.FORMAT) {
            throw new UnreadableResultException(
                    "result format " + format.intValue() + " is not known; this version reads format "
                            + RunResult.FORMAT,
                    null);
        }
    }

    /** Writes doubles; refuses those that JSON cannot say. */
    private static final class Finite extends StdScalarSerializer<Double> {
        private static final long serialVersionUID = 1;

        Finite() {
            super(Double.class);
        }

        @Override
        public void serialize(Double value, JsonGenerator generator, SerializerProvider provider) throws IOException {
            if (!Double.isFinite(value)) {
                provider.reportMappingProblem("%s is no number for a result; a metric without samples is null", value);
            }
            generator.writeNumber(value + 0.0); // -0.0 + 0.0 is 0.0
        }
    }
}
