package dsqlsim.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dsqlsim.ledger.Preset;
import dsqlsim.ledger.Settings;
import dsqlsim.measure.MetricCatalog;
import dsqlsim.run.Architectures;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GuaranteesTest {
    @Test
    void checksAreThoseOfResults() {
        assertThat(Guarantees.EVERY_CHECK).containsExactlyInAnyOrderElementsOf(MetricCatalog.CHECKS);
    }

    @Test
    void everyDesignPromisesChecksThatExist() {
        Settings settings = Settings.of(Preset.AWS, true, Map.of());
        Architecture.Setup setup = new Architecture.Setup(settings, 1, 1, false, true);
        for (Architecture each : Architectures.all()) {
            assertThat(Guarantees.EVERY_CHECK)
                    .as(each.name())
                    .containsAll(each.guarantees(setup).checks());
        }
    }
}
