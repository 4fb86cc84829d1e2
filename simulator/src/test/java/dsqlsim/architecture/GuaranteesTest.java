package dsqlsim.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dsqlsim.measure.MetricCatalog;
import dsqlsim.run.Architectures;
import org.junit.jupiter.api.Test;

class GuaranteesTest {
    @Test
    void checksAreThoseOfResults() {
        assertThat(Guarantees.EVERY_CHECK).containsExactlyInAnyOrderElementsOf(MetricCatalog.CHECKS);
    }

    @Test
    void everyDesignPromisesChecksThatExist() {
        for (Architecture each : Architectures.all()) {
            assertThat(Guarantees.EVERY_CHECK)
                    .as(each.name())
                    .containsAll(each.guarantees().checks());
        }
    }
}
