package dsqlsim.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HtmlReportTest {
    private static final Pattern SCRIPT = Pattern.compile("<script.*?</script>", Pattern.DOTALL);

    @Test
    void isOneFileOfBoundedSizeThatAsksForNothing() {
        String page = HtmlReport.render(Sample.regionIsolation());
        assertThat(page.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(2_000_000);
        assertThat(SCRIPT.matcher(page).replaceAll("").replace("url(#hatch)", ""))
                .doesNotContain("http:", "https:", "src=", "@import", "url(");
    }

    @Test
    void isTheSameEveryTime() {
        assertThat(HtmlReport.render(Sample.regionIsolation())).isEqualTo(HtmlReport.render(Sample.regionIsolation()));
    }

    @Test
    void staysSmallHoweverLongTheRun() {
        RunResult result = Sample.regionIsolation();
        List<Double> day = java.util.Collections.nCopies(864_000, 123.456);
        Timeline timeline = new Timeline(
                0.1,
                0,
                List.of(new Series(Series.COMMITTED, "a", "1/s", day), new Series(Series.OFFERED, "a", "1/s", day)));
        assertThat(HtmlReport.render(Sample.withTimeline(result, timeline)).length())
                .isLessThan(2_000_000);
    }

    @Test
    void numbersAreThereWithoutScripts() {
        String still =
                SCRIPT.matcher(HtmlReport.render(Sample.regionIsolation())).replaceAll("");
        assertThat(still)
                .contains(
                        "No acknowledged commit was lost.",
                        "detect 3.2 s",
                        "4.01 s",
                        "11.2 s",
                        "98.5 %",
                        "<svg ",
                        "rto(us-east-1, write) &lt; 15s",
                        "adjudicator.election-timeout",
                        "9f2c61d0a1b2c3d4",
                        "dsqlsim run region-isolation --seed 1");
    }

    @Test
    void whateverAScenarioContainsStaysText() {
        String page = HtmlReport.render(HostileSample.result());
        String still = SCRIPT.matcher(page).replaceAll("");
        assertThat(still).doesNotContain("<script", "</script", "<img", "<b>off");
        assertThat(Pattern.compile("<script").matcher(page).results().count())
                .isEqualTo(Pattern.compile("<script")
                        .matcher(HtmlReport.render(Sample.regionIsolation()))
                        .results()
                        .count());
    }

    @Test
    void dataOfChartsSurvivesItsEscaping() throws IOException {
        String json = ChartData.json(HostileSample.result());
        assertThat(json).doesNotContain("<", ">", "&", "\u2028");
        JsonNode data = new ObjectMapper().readTree(json);
        assertThat(data.at("/faults/0/id").textValue()).isEqualTo("cut <b>off</b>");
        assertThat(data.at("/faults/0/what").textValue()).contains("</script><script>", "\u2028");
        assertThat(data.at("/faults/0/label").textValue()).isEqualTo("not recovered");
        assertThat(data.at("/faults/0/windows/0").toString()).isEqualTo("[60.0,300.0]");
    }

    @Test
    void scriptsOfThePageAreTheOnesItsPolicyAllows() {
        String page = HtmlReport.render(Sample.empty());
        assertThat(page).contains("default-src &#39;none&#39;").doesNotContain("unsafe-eval", "<script");
    }

    @Test
    void aRunWithoutAnythingIsAPageToo() {
        assertThat(HtmlReport.render(Sample.empty()))
                .contains("Nothing was asked for", "The scenario states none.", "Nothing worth a line.");
    }

    @Test
    void stillPicture() throws IOException {
        Golden.check("timeline.svg", TimelinePicture.draw(Sample.regionIsolation()) + "\n");
    }

    @Test
    void linksLeadSomewhere() {
        String page =
                SCRIPT.matcher(HtmlReport.render(Sample.regionIsolation())).replaceAll("");
        Pattern.compile("href=\"#([^\"]+)\"")
                .matcher(page)
                .results()
                .map(link -> link.group(1))
                .distinct()
                .forEach(id -> assertThat(page).contains("id=\"" + id + "\""));
    }
}
