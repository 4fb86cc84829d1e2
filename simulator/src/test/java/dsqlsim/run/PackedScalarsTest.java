package dsqlsim.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PackedScalarsTest {
    private final Map<String, Double> scalars = new LinkedHashMap<>();

    @Test
    void areTheScalarsThatWerePacked() {
        scalars.put("rto", null);
        scalars.put("lost", 3.0);
        PackedScalars first = PackedScalars.of(scalars, null);
        assertThat(first).isEqualTo(scalars).containsExactlyEntriesOf(scalars);
        assertThat(PackedScalars.of(scalars, first)).isEqualTo(scalars);
    }

    @Test
    void knowOtherNamesThanTheOnesBefore() {
        scalars.put("lost", 3.0);
        PackedScalars before = PackedScalars.of(scalars, null);
        scalars.put("late", 1.0);
        assertThat(PackedScalars.of(scalars, before)).isEqualTo(scalars);
    }
}
