package dsqlsim.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The published schema is what the records say. After a change of a record: run with {@code -Ddsqlsim.update=true}. */
class ResultSchemaTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void publishedSchemaIsGeneratedFromTheRecords() throws IOException {
        RecordSchema.check("result", RunResult.class, "A result of dsqlsim, format 1", "/properties/dsqlsim-result");
    }

    @Test
    void resultsFollowIt() throws IOException {
        for (RunResult result : List.of(Sample.regionIsolation(), HostileSample.result(), Sample.empty())) {
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
}
