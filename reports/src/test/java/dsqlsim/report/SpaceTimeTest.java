package dsqlsim.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SpaceTimeTest {
    /** A commit that is durable in one of two journals; the message to the other is lost. */
    static final Exemplar COMMIT = new Exemplar(
            "normal",
            "A normal commit",
            "A transaction of <orders>, which committed.",
            12.5,
            List.of(
                    new Exemplar.Lane("clients.us-east-1a", "client", "us-east-1a"),
                    new Exemplar.Lane("adjudicator-0.us-east-1a", "adjudicator", "us-east-1a"),
                    new Exemplar.Lane("journal-0.us-east-2", "journal", "us-east-2")),
            List.of(
                    new Exemplar.Arrow(0, 1, 0, 0.0003, null, false, false, "commit", 0),
                    new Exemplar.Arrow(1, 2, 0.0004, null, 0.2, false, false, "append", 2),
                    new Exemplar.Arrow(1, 0, 0.0061, 0.0065, null, true, false, "committed", 4)),
            List.of(new Exemplar.Span(1, 0.0004, 0.0061, true, "until it is past", 3)),
            List.of(new Exemplar.ClockReading(1, 0.0003, 0.0002, 0.0005, 0.0041, "commit timestamp", 1)),
            List.of(),
            new Exemplar.Span(-1, 0.0001, 0.0041, false, "", -1),
            List.of(
                    new Exemplar.Step(0, "clients to adjudicator-0: sends COMMIT."),
                    new Exemplar.Step(0.0003, "The clock says so."),
                    new Exemplar.Step(0.0004, "adjudicator-0 to journal-0: appends. It never arrives."),
                    new Exemplar.Step(0.0004, "adjudicator-0 waits 5.7 ms until it is past."),
                    new Exemplar.Step(0.0061, "adjudicator-0 to clients: acknowledges the commit.")));

    @Test
    void aTransactionAsAPicture() throws IOException {
        Golden.check("spacetime.svg", SpaceTimePicture.draw(COMMIT));
    }

    @Test
    void aTransactionAsASequence() throws IOException {
        Golden.check("sequence.mmd", MermaidSequence.render(COMMIT));
    }

    @Test
    void longTimesAreLongerButNotInProportion() {
        SquashedTime time = new SquashedTime(new TreeSet<>(List.of(0.0, 0.001, 1.0)), 10);
        double first = time.y(0.001) - time.y(0);
        double second = time.y(1) - time.y(0.001);
        assertThat(second).isGreaterThan(2 * first).isLessThan(20 * first);
        assertThat(time.y(0.5)).isBetween(time.y(0.001), time.y(1.0));
    }

    @Test
    void thePageHasItWithASentenceForEveryStep() {
        String page = HtmlReport.render(Sample.regionIsolation(), List.of(COMMIT));
        assertThat(page).contains("A normal commit", "&lt;orders", "It never arrives.", "data-step=\"4\"");
        assertThat(HtmlReport.render(Sample.regionIsolation())).doesNotContain("data-step=\"", "id=\"lens\"");
    }
}
