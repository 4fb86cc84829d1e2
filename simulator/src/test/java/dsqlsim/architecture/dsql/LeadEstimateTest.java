package dsqlsim.architecture.dsql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LeadEstimateTest {
    private static final long MS = 1_000_000L;

    private final LeadEstimate estimate = new LeadEstimate(13 * MS);

    @Test
    void withoutSamplesItIsNominal() {
        assertThat(estimate.nanos(0)).isEqualTo(13 * MS);
        assertThat(estimate.nanos(5_000 * MS)).isEqualTo(13 * MS);
    }

    @Test
    void itIsTheNinetyNinthPercentileOfTheLastSecond() {
        for (int n = 1; n <= 200; n++) {
            estimate.sample(n * MS, n * MS);
        }
        assertThat(estimate.nanos(200 * MS)).isEqualTo(199 * MS);
    }

    @Test
    void itFollowsALongerWayWithinATenthOfASecondAndAShorterOneAfterASecond() {
        for (int n = 0; n < 5_000; n += 10) {
            estimate.sample((n < 1_000 || n > 2_000 ? 13 : 62) * MS, n * MS);
            if (n == 900) {
                assertThat(estimate.nanos(n * MS)).isEqualTo(13 * MS);
            }
            if (n == 1_100 || n == 2_500) {
                assertThat(estimate.nanos(n * MS)).isEqualTo(62 * MS);
            }
            if (n == 3_200) {
                assertThat(estimate.nanos(n * MS)).isEqualTo(13 * MS);
            }
        }
    }

    @Test
    void itIsComputedAgainEveryHundredMilliseconds() {
        estimate.nanos(0);
        estimate.sample(40 * MS, 1);
        assertThat(estimate.nanos(99 * MS)).isEqualTo(13 * MS);
        assertThat(estimate.nanos(100 * MS)).isEqualTo(40 * MS);
    }

    @Test
    void afterASecondOfSilenceTheLastEstimateStands() {
        estimate.sample(40 * MS, 1);
        assertThat(estimate.nanos(10 * MS)).isEqualTo(40 * MS);
        assertThat(estimate.nanos(90_000 * MS)).isEqualTo(40 * MS);
    }
}
