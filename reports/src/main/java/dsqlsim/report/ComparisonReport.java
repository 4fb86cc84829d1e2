package dsqlsim.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A comparison of designs as one web page that needs nothing else, not even scripts. */
public final class ComparisonReport {
    private final Comparison comparison;

    private ComparisonReport(Comparison comparison) {
        this.comparison = comparison;
    }

    /** The page. */
    public static String render(Comparison comparison) {
        StringOutput page = new StringOutput();
        TemplateEngine.createPrecompiled(ContentType.Html)
                .render("compare.jte", new ComparisonReport(comparison), page);
        return page.toString().stripLeading();
    }

    /** What the page is about. */
    public Comparison comparison() {
        return comparison;
    }

    /** The style sheet. */
    public String style() {
        return Resources.text("dsqlsim/report/page.css") + Resources.text("dsqlsim/report/lens.css");
    }

    /** Forbids the page every connection and every script. */
    public String contentPolicy() {
        return "default-src 'none'; style-src 'unsafe-inline'; img-src data:";
    }

    /** The designs over time, on equal axes. */
    public String picture() {
        return SmallMultiples.draw(comparison.results());
    }

    /** Where figures come from: the titles of those that share a reason, and the reason. */
    public Map<String, String> reasons() {
        Map<String, List<String>> titles = new LinkedHashMap<>();
        for (ComparisonRow row : comparison.table()) {
            titles.computeIfAbsent(row.why(), why -> new ArrayList<>()).add(row.title());
        }
        Map<String, String> reasons = new LinkedHashMap<>();
        titles.forEach((why, of) -> reasons.put(String.join(", ", of), why));
        return reasons;
    }

    /** What is promised by any design, in the order in which it first comes. */
    public Set<String> promises() {
        Set<String> names = new LinkedHashSet<>();
        comparison.promises().forEach(each -> names.add(each.promise()));
        return names;
    }

    /** What a design promises of it, and what was found. */
    public Optional<PromiseResult> promise(String name, String architecture) {
        return comparison.promises().stream()
                .filter(each ->
                        each.promise().equals(name) && each.architecture().equals(architecture))
                .findFirst();
    }

    /** The style of a verdict on a promise. */
    public String tone(PromiseResult promise) {
        return switch (promise.verdict()) {
            case HOLDS -> "good";
            case VIOLATED -> "bad";
            case UNKNOWN, NOT_PROMISED -> "unsure";
        };
    }

    /** The differences that are no accident, of one design to the first. */
    public List<MetricDifference> differences(String architecture) {
        return comparison.differences().stream()
                .filter(each -> architecture.equals(each.architecture()) && each.real())
                .toList();
    }

    /** The designs other than the first. */
    public List<String> others() {
        List<String> names = new ArrayList<>();
        comparison.designs().stream().skip(1).forEach(each -> names.add(each.architecture()));
        return names;
    }

    /** An interval in words; empty without replications. */
    public String interval(MetricDifference difference) {
        Interval interval = difference.interval();
        return interval == null || interval.low() == null
                ? ""
                : Figures.value(interval.low(), difference.unit()) + " .. "
                        + Figures.value(interval.high(), difference.unit());
    }
}
