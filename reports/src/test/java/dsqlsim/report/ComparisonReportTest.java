package dsqlsim.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonReportTest {
    private static Comparison comparison() {
        RunResult good = Sample.regionIsolation();
        RunResult bad = HostileSample.result();
        return new Comparison(
                Comparison.FORMAT,
                good.scenario(),
                1,
                3,
                "0.1.0",
                "0123456789abcdef",
                List.of(
                        new ComparedDesign("one", List.of(), List.of()),
                        new ComparedDesign("<b>two</b>", List.of("has its clients in one region"), List.of())),
                List.of(new Comparison.LeftOut("three", "it needs 3 regions")),
                List.of(new ComparisonRow(
                        "rpo",
                        "RPO",
                        "s",
                        "lower",
                        List.of(new ComparisonRow.Cell(0.0, "0 s", true), new ComparisonRow.Cell(0.4, "400 ms", false)),
                        "two ships its log later")),
                List.of(new PromiseResult(
                        "<b>two</b>", "durability", null, PromiseVerdict.NOT_PROMISED, "3 lost", "its guide")),
                List.of(
                        new MetricDifference("<b>two</b>", "one", "rpo", "s", 0.0, 0.4, 0.4, new Interval(0.3, 0.5)),
                        new MetricDifference(
                                "<b>two</b>", "one", "lost", "count", 0.0, 3.0, 3.0, new Interval(-1.0, 7.0))),
                List.of(),
                "dsqlsim compare region-isolation",
                List.of(good, bad));
    }

    @Test
    void designsStandSideBySideWithTheirPromisesAndWhatIsNoAccident() {
        String page = ComparisonReport.render(comparison());
        assertThat(page)
                .contains(
                        "<strong>0 s</strong>",
                        "400 ms",
                        "two ships its log later",
                        "not promised",
                        "3 lost (its guide)")
                .contains("1 figures differ", "300 ms .. 500 ms", "&lt;b>two&lt;/b>")
                .contains("Left out: three, as it needs 3 regions.", "class=\"multiples\"")
                .doesNotContain("<b>two</b>", "<script", "-1 .. 7");
    }

    @Test
    void aFigureOverReplicationsIsAStrip() {
        Scalar scalar = new Scalar(
                "rto", 3, 2.0, 1.0, 1.0, 3.0, 2.0, 3.0, 3.0, 3.0, new Interval(1.5, 2.5), List.of(1.0, 2.0, 3.0));
        assertThat(Distribution.draw(scalar).split("<circle", -1)).hasSize(4);
    }
}
