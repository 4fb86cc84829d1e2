package dsqlsim.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import com.github.victools.jsonschema.module.jackson.JacksonOption;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** The JSON Schema that a record stands for, and whether it is the published one. */
final class RecordSchema {
    private static final Path FOLDER = Path.of("src/main/resources/dsqlsim/report");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<Class<?>> NULLABLE =
            Set.of(Double.class, ObjectiveResult.class, Diff.FirstEvent.class, TransactionChanges.class);
    private static final Set<String> NULLABLE_NAMES = Set.of(
            "ObjectiveResult.rtoVerdict",
            "ObjectiveResult.rpoVerdict",
            "Comparison.workloadFingerprint",
            "FirstEvent.a",
            "FirstEvent.b");

    private RecordSchema() {}

    /** The published schema of a format is what the record says; {@code -Ddsqlsim.update=true} publishes it. */
    static void check(String format, Class<?> type, String title, String formatAt) throws IOException {
        Path published = FOLDER.resolve(format + ".schema.json");
        String generated = generate(type, title, formatAt);
        if (Boolean.getBoolean("dsqlsim.update")) {
            Files.writeString(published, generated);
        }
        assertThat(Files.readString(published)).isEqualTo(generated);
    }

    private static String generate(Class<?> type, String title, String formatAt) throws IOException {
        SchemaGeneratorConfigBuilder builder = new SchemaGeneratorConfigBuilder(
                        JSON, SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(
                        Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES,
                        Option.DEFINITIONS_FOR_ALL_OBJECTS,
                        Option.NULLABLE_ARRAY_ITEMS_ALLOWED)
                .with(new JacksonModule(
                        JacksonOption.FLATTENED_ENUMS_FROM_JSONPROPERTY,
                        JacksonOption.RESPECT_JSONPROPERTY_ORDER,
                        JacksonOption.RESPECT_JSONPROPERTY_REQUIRED));
        builder.forFields().withNullableCheck(RecordSchema::mayBeNull);
        ObjectNode schema = new SchemaGenerator(builder.build()).generateSchema(type);
        schema.put("title", title);
        ((ObjectNode) schema.at(formatAt)).put("const", 1);
        return new String(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(schema), StandardCharsets.UTF_8)
                        .replace("\r\n", "\n")
                + "\n";
    }

    /** Numbers in boxes are metrics, which are null without samples; the rest is named. */
    private static boolean mayBeNull(FieldScope field) {
        String name = field.getDeclaringType().getErasedType().getSimpleName() + "." + field.getDeclaredName();
        return NULLABLE.contains(field.getType().getErasedType()) || NULLABLE_NAMES.contains(name);
    }
}
