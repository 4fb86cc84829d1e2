package dsqlsim.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The published schema is what the records say. After a change of a record: run with {@code -Ddsqlsim.update=true}. */
class ResultSchemaTest {
    private static final Path PUBLISHED = Path.of("src/main/resources/dsqlsim/report/result.schema.json");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void publishedSchemaIsGeneratedFromTheRecords() throws IOException {
        String generated = generate();
        if (Boolean.getBoolean("dsqlsim.update")) {
            Files.writeString(PUBLISHED, generated);
        }
        assertThat(Files.readString(PUBLISHED)).isEqualTo(generated);
        assertThat(ResultJson.schema()).isEqualTo(generated);
    }

    @Test
    void resultsFollowIt() throws IOException {
        for (RunResult result : List.of(Sample.regionIsolation(), Sample.hostileAndViolated(), Sample.empty())) {
            assertThat(problems(JSON.readTree(ResultJson.write(result)))).isEmpty();
        }
    }

    @Test
    void itRefusesWhatIsNoResult() throws IOException {
        ObjectNode result = (ObjectNode) JSON.readTree(ResultJson.write(Sample.regionIsolation()));
        result.put("verdict", "splendid");
        result.put("dsqlsim-result", 2);
        ((ObjectNode) result.at("/workloads/0")).putNull("name");
        ((ObjectNode) result.at("/faults/0/rpo")).remove("lost");
        assertThat(problems(result))
                .extracting(error -> error.getInstanceLocation().toString())
                .containsExactlyInAnyOrder("/verdict", "/dsqlsim-result", "/workloads/0/name", "/faults/0/rpo");
    }

    private static List<Error> problems(JsonNode result) {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(ResultJson.schema());
        return schema.validate(result);
    }

    private static String generate() throws IOException {
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
        builder.forFields().withNullableCheck(ResultSchemaTest::mayBeNull);
        ObjectNode schema = new SchemaGenerator(builder.build()).generateSchema(RunResult.class);
        schema.put("title", "A result of dsqlsim, format 1");
        ((ObjectNode) schema.at("/properties/dsqlsim-result")).put("const", RunResult.FORMAT);
        return new String(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(schema), StandardCharsets.UTF_8)
                        .replace("\r\n", "\n")
                + "\n";
    }

    /** Numbers in boxes are metrics, which are null without samples; so may an objective be, and the verdict on a half of it. */
    private static boolean mayBeNull(FieldScope field) {
        Class<?> type = field.getType().getErasedType();
        boolean half = field.getDeclaredName().equals("rtoVerdict")
                || field.getDeclaredName().equals("rpoVerdict");
        return type == Double.class || type == ObjectiveResult.class || half;
    }
}
