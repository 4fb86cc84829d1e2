package dsqlsim.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How far the simulator agrees with results from elsewhere, as one web page that needs nothing else, not even scripts.
 *
 * @param size how large the runs were, in words
 * @param seeds the seeds, in words
 * @param curves the main pictures
 * @param remains what no number says anything about
 */
public record ValidationReport(
        String version, String size, String seeds, List<Curve> curves, List<ValidationRow> rows, List<String> remains) {
    /** A picture, its title, and what it shows in a sentence or two. */
    public record Curve(String title, String text, Plot plot) {}

    public ValidationReport {
        curves = List.copyOf(curves);
        rows = List.copyOf(rows);
        remains = List.copyOf(remains);
    }

    /** The page. */
    public String render() {
        StringOutput page = new StringOutput();
        TemplateEngine.createPrecompiled(ContentType.Html).render("validation.jte", this, page);
        return page.toString().stripLeading();
    }

    /** The style sheet. */
    public String style() {
        return Resources.text("dsqlsim/report/page.css") + Resources.text("dsqlsim/report/plot.css");
    }

    /** Forbids the page every connection and every script. */
    public String contentPolicy() {
        return "default-src 'none'; style-src 'unsafe-inline'; img-src data:";
    }

    /** The title as a place to link to. */
    public String anchor(Curve curve) {
        return curve.title().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    /** How many numbers are out of their tolerance. */
    public long missed() {
        return rows.stream().filter(each -> !each.holds()).count();
    }

    /** Whether one of them is out of its tolerance. */
    public boolean missed(List<ValidationRow> some) {
        return some.stream().anyMatch(each -> !each.holds());
    }

    /** The verdict in words. */
    public String verdict() {
        return missed() == 0 ? "all within tolerance" : missed() + " out of tolerance";
    }

    /** The rows of each case, in order. */
    public Map<String, List<ValidationRow>> cases() {
        return rows.stream().collect(Collectors.groupingBy(ValidationRow::id, LinkedHashMap::new, Collectors.toList()));
    }

    /** Text that may hold code between backquotes, without them. */
    public String plain(String text) {
        return text.replace("`", "");
    }
}
