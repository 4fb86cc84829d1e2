package dsqlsim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The schema and the parser come from the same declarations, and say the same. */
class SchemaTest {
    private static final Path PUBLISHED = Path.of("src/main/resources/dsqlsim/scenario.schema.json");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(ScenarioReader.schema());

    @Test
    void thePublishedSchemaIsTheGeneratedOne() throws IOException {
        if (Boolean.getBoolean("update")) {
            Files.writeString(
                    PUBLISHED,
                    JSON.writerWithDefaultPrettyPrinter().writeValueAsString(ScenarioReader.schema()) + "\n");
        }
        assertThat(JSON.readTree(PUBLISHED.toFile()))
                .as("run the test with -Dupdate=true to write it anew")
                .isEqualTo(JSON.readTree(ScenarioReader.schema().toString()));
    }

    @Test
    void everyBundledScenarioFollowsTheSchema() {
        for (String name : Library.NAMES) {
            assertThat(errors(Library.bundled(name))).as(name).isEmpty();
        }
        assertThat(errors(Scenarios.PAGE)).isEmpty();
    }

    @Test
    void everyFaultExampleFollowsTheSchema() {
        for (dsqlsim.fault.FaultKind kind : dsqlsim.fault.Faults.all()) {
            String example = kind.example().replace("workload: orders", "workload: w");
            String text = Scenarios.SHORT.replace("topology: {regions: [us-east-1]}\n", "")
                    + "faults:\n  - {at: 10s, for: 5s, " + example + "}\n";
            assertThat(Scenarios.problems(text)).as(kind.name()).isEmpty();
            assertThat(errors(text)).as(kind.name()).isEmpty();
        }
    }

    @Test
    void whatTheParserDoesNotKnowTheSchemaDoesNotKnow() {
        for (String wrong : List.of(
                Scenarios.SHORT + "durration: 5s\n",
                Scenarios.SHORT.replace("{name: w,", "{name: w, time-out: 1s,"),
                Scenarios.SHORT.replace("{regions: [us-east-1]}", "{regions: [us-east-1], shard: 2}"),
                Scenarios.SHORT + "settings: {adjudicator.leese: 1s}\n",
                Scenarios.SHORT + "faults: [{at: 5s, partion: {isolate: [us-east-1a]}}]\n",
                Scenarios.SHORT + "faults: [{at: 5s, partition: {isolate: [us-east-1a], way: both}}]\n",
                Scenarios.SHORT + "faults: [{at: 5s, crash: us-east-1a, pause: us-east-1a}]\n",
                Scenarios.SHORT.replace("duration: 60s", "duration: 60"),
                Scenarios.SHORT.replace("arrivals: 10/s, ", ""))) {
            assertThat(Scenarios.problems(wrong)).as(wrong).isNotEmpty();
            assertThat(errors(wrong)).as(wrong).isNotEmpty();
        }
    }

    private static List<Error> errors(String text) {
        Object loaded = new Load(LoadSettings.builder().build()).loadFromString(text);
        JsonNode tree = JSON.valueToTree(loaded);
        return SCHEMA.validate(tree);
    }
}
