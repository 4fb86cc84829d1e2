package dsqlsim.validate;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** All cases that the simulator is held to, from the file of them. */
public final class Cases {
    private static final String RESOURCE = "/dsqlsim/validation.json";

    private Cases() {}

    /** All, in the order of the report. */
    public static List<Case> all() {
        try (InputStream resource = Cases.class.getResourceAsStream(RESOURCE)) {
            return JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
                    .build()
                    .readValue(resource, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
