package dsqlsim.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class LongObjectMapTest {
    record Step(long key, boolean remove) {}

    /** Keys near each other and far apart, so that runs of neighbours form and are broken up. */
    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Long> keys = Arbitraries.oneOf(
                Arbitraries.longs().between(0, 40),
                Arbitraries.longs().between(0, 9).map(n -> n << 32),
                Arbitraries.longs());
        return Combinators.combine(keys, Arbitraries.of(true, false, false))
                .as(Step::new)
                .list()
                .ofMaxSize(300);
    }

    @Property(tries = 300)
    void behavesAsAMap(@ForAll("steps") List<Step> steps) {
        LongObjectMap<String> map = new LongObjectMap<>();
        Map<Long, String> expected = new HashMap<>(); // Looked up, never iterated.
        int n = 0;
        for (Step step : steps) {
            if (step.remove()) {
                map.remove(step.key());
                expected.remove(step.key());
            } else {
                String value = "v" + n++;
                map.put(step.key(), value);
                expected.put(step.key(), value);
            }
            assertThat(map.size()).isEqualTo(expected.size());
            for (Step each : steps) {
                assertThat(map.get(each.key())).isEqualTo(expected.get(each.key()));
            }
        }
    }

    @Test
    void comingAndGoingNeedsNoMoreRoom() {
        LongObjectMap<String> map = new LongObjectMap<>();
        for (long key = 0; key < 1_000_000; key++) {
            map.put(key, "v");
            map.remove(key - 5);
        }
        assertThat(map.size()).isEqualTo(5);
        map.clear();
        assertThat(map.size()).isZero();
        assertThat(map.get(999_999)).isNull();
    }
}
