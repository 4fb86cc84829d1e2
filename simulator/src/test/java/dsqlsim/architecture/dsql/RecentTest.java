package dsqlsim.architecture.dsql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentTest {
    @Test
    void aValueIsRememberedForTheSpanAndForgottenAfterTwo() {
        Recent<String> recent = new Recent<>(100);
        recent.put(1, "one", 10);
        for (long now = 20; now <= 110; now += 10) {
            recent.put(1_000 + now, "other", now);
            assertThat(recent.get(1)).isEqualTo("one");
        }
        for (long now = 120; now <= 320; now += 10) {
            recent.put(1_000 + now, "other", now);
        }
        assertThat(recent.get(1)).isNull();
        assertThat(recent.get(1_320)).isEqualTo("other");
    }
}
