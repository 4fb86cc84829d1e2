package dsqlsim.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SweepPageTest {
    private static final String EVIL = "<script>alert(1)</script>";

    @Test
    void thePageNeedsNothingElseAndHasEveryFigure() {
        String page = SweepPage.render(sweep("detection"), Map.of("rto", "s"), List.of("rto"));
        assertThat(page).contains("<svg", "membership.detect", "1.5 s", "3 s").contains("detection</h1>");
        assertThat(page).doesNotContain("http://", "https://", "<script");
    }

    @Test
    void textsOfAScenarioAreNoMarkup() {
        assertThat(SweepPage.render(sweep(EVIL), Map.of(), List.of("rto"))).doesNotContain(EVIL);
    }

    @Test
    void aMetricWithoutAValueHasNoPicture() {
        assertThat(SweepPage.render(sweep("detection"), Map.of(), List.of("lost")))
                .doesNotContain("<svg");
    }

    private static SweepResult sweep(String name) {
        return new SweepResult(
                SweepResult.FORMAT,
                new ScenarioSource(name, name, "0", name),
                "dsql-multi-region",
                1,
                "0.1.0",
                Map.of("membership.detect", List.of("1500ms", "3s")),
                2,
                List.of(point("1500ms", 1.5), point("3s", 3.0)),
                List.of(),
                "dsqlsim sweep " + name);
    }

    private static SweepResult.Point point(String detect, double mean) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("membership.detect", detect);
        Scalar rto = new Scalar(
                "rto", 2, mean, 0.1, mean, mean, mean, mean, mean, mean, new Interval(mean, mean), List.of(mean, mean));
        return new SweepResult.Point(values, 2, 0, 0, List.of(rto));
    }
}
