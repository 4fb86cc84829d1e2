package dsqlsim.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ValidationReportTest {
    @Test
    void thePageHasTheVerdictThePicturesAndEveryNumber() {
        String page = sample().render();
        assertThat(page).contains("1 out of tolerance", "<svg class=\"plot\"", "aria-label=\"Aborts\"");
        assertThat(page).contains("0.16667", "0.16572", ">out<", "Constants are inferred.");
        assertThat(page).doesNotContain("<script", "http://", "https://");
    }

    @Test
    void aCaseThatMissesStandsOpenAndTheOthersClosed() {
        String page = sample().render();
        assertThat(page).contains("<details><summary>C1a").contains("<details open><summary>D5");
    }

    @Test
    void thePictureSaysWhatItsColoursMean() {
        assertThat(sample().curves().get(0).plot().legend())
                .extracting(Plot.Entry::name)
                .containsExactly("theory", "simulated");
        assertThat(sample().render()).contains("<i class=\"dot w1\"></i>simulated");
    }

    @Test
    void textsAreNoMarkup() {
        ValidationRow evil =
                new ValidationRow("<b>", "t", "w", "s", "theory", "1", "1", 1.0, "exact", "ok", 101, "small", null);
        assertThat(new ValidationReport("1", "small", "seed 1", List.of(), List.of(evil), List.of()).render())
                .doesNotContain("<b>")
                .contains("&lt;b&gt;");
    }

    @Test
    void pointsBeyondTheAxisStayInThePicture() {
        Plot plot = Plot.rows(List.of("times"), "share", 1).dot(0, "miss", 3.0, "far off");
        assertThat(plot.svg("far")).contains("cx=\"704.0\"", "<title>far off</title>");
    }

    static ValidationReport sample() {
        Plot aborts = Plot.axes("load", 4, "probability", 1)
                .curve("w0", "theory", List.of(new double[] {0, 0}, new double[] {1, 0.5}, new double[] {4, 0.8}))
                .points("w1", "simulated", List.of(new double[] {1, 0.49}));
        return new ValidationReport(
                "0.1.0",
                "at a small size",
                "seed 101",
                List.of(new ValidationReport.Curve("Aborts", "Over load.", aborts)),
                List.of(row("C1a", "0.16667", "0.16572", "ok"), row("D5", "9790 ms", "9900 ms", "out")),
                List.of("Constants are `inferred`."));
    }

    private static ValidationRow row(String id, String expected, String measured, String verdict) {
        return new ValidationRow(
                id,
                "a title",
                "probability",
                "theory of queues",
                "theory",
                expected,
                measured,
                1.0,
                "±0.01",
                verdict,
                101,
                "small",
                null);
    }
}
