package dsqlsim.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dsqlsim.report.Plot;
import dsqlsim.report.ValidationReport.Curve;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CurvesTest {
    @Test
    void boundsToOneSideAndExactNumbersUseUpNoTolerance() {
        assertThat(measure(10.0, 2.0, null, null).used(9, 1)).isEqualTo(0.5);
        assertThat(measure(10.0, 2.0, null, null).used(14, 4)).isEqualTo(1);
        assertThat(measure(29.2, null, 26.0, 33.0).used(29.5, 1)).isZero();
        assertThat(measure(null, null, null, 5.75).used(1, 1)).isNaN();
        assertThat(measure(13.0, null, null, null).used(13, 1)).isNaN();
    }

    @Test
    void everyCaseHasAPictureItCanBeSeenIn() throws InterruptedException {
        List<Curve> curves = new Curves(tableOfExpectedValues(), new Campaign(false, 101, 1)).all();
        assertThat(curves)
                .extracting(Curve::title)
                .containsExactly(
                        "How close",
                        "Aborts over load",
                        "How long elections take",
                        "Latency against the DSQL paper",
                        "Back-off and jitter");
        assertThat(curves)
                .allSatisfy(each -> assertThat(each.plot().svg(each.title()))
                        .contains("<svg", each.title())
                        .doesNotContain("NaN"));
        assertThat(curves)
                .flatExtracting(each -> each.plot().legend())
                .extracting(Plot.Entry::name)
                .doesNotContain("");
    }

    /** As if every case had given exactly what it has to. */
    private static ValidationTable tableOfExpectedValues() {
        List<Outcome> outcomes = new ArrayList<>();
        for (Case of : Cases.all()) {
            outcomes.add(new Outcome(
                    of,
                    1,
                    of.measures().stream()
                            .map(each -> new Outcome.Found(each, each.expected(), true))
                            .toList()));
        }
        return new ValidationTable(outcomes, false, 101);
    }

    private static Measure measure(Double expected, Double within, Double from, Double to) {
        return new Measure("x", "", "", "x", null, null, null, 0, expected, within, null, from, to, null);
    }
}
