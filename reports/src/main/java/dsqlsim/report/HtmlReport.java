package dsqlsim.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A result as one web page that needs nothing else: it opens from disk, offline, and its numbers are there without scripts. */
public final class HtmlReport {
    private static final String CHART_LIBRARY = "META-INF/resources/_static/echarts/6.0.0/dist/echarts.min.js";

    private final RunResult result;
    private final List<Exemplar> exemplars;
    private final List<Moment> moments;
    private final String library = Resources.text(CHART_LIBRARY);

    private HtmlReport(RunResult result, List<Exemplar> exemplars) {
        this.result = result;
        this.exemplars = Frozen.list(exemplars);
        this.moments = hasPlaces() ? Moment.of(result) : List.of();
    }

    /** The page, without single transactions. */
    public static String render(RunResult result) {
        return render(result, List.of());
    }

    /** The page. */
    public static String render(RunResult result, List<Exemplar> exemplars) {
        StringOutput page = new StringOutput();
        TemplateEngine.createPrecompiled(ContentType.Html).render("run.jte", new HtmlReport(result, exemplars), page);
        return page.toString().stripLeading();
    }

    /** What the page is about. */
    public RunResult result() {
        return result;
    }

    /** Transactions seen closely. */
    public List<Exemplar> exemplars() {
        return exemplars;
    }

    /** One of them as a picture. */
    public String spaceTime(Exemplar exemplar) {
        return SpaceTimePicture.draw(exemplar);
    }

    /** The style sheet. */
    public String style() {
        return Resources.text("dsqlsim/report/page.css") + Resources.text("dsqlsim/report/lens.css");
    }

    /** The scripts, in their order: the chart library and what draws with it if there is anything to draw, and the rest. */
    public List<String> scripts() {
        List<String> all = new ArrayList<>();
        if (hasTimeline()) {
            all.add(library);
            all.add(Resources.text("dsqlsim/report/page.js"));
        }
        if (hasPlaces()) {
            all.add(Resources.text("dsqlsim/report/places.js"));
        }
        if (!exemplars.isEmpty()) {
            all.add(Resources.text("dsqlsim/report/lens.js"));
        }
        return all;
    }

    /** Whether there is anything to draw. */
    public boolean hasTimeline() {
        return !result.timeline().series().isEmpty();
    }

    /** What the charts are drawn from, as JSON that cannot leave its element. */
    public String data() {
        return ChartData.json(result);
    }

    /** The charts as a still picture. */
    public String picture() {
        return TimelinePicture.draw(result);
    }

    /** Whether it is known where everything is. */
    public boolean hasPlaces() {
        return result.timeline().topology() != null;
    }

    /** The places as a picture, at the worst moment. */
    public String places() {
        return TopologyPicture.draw(result.timeline().topology(), worst());
    }

    /** What that picture shows. */
    public String placesCaption() {
        return "At " + Figures.moment(worst().at()) + ": " + worst().text();
    }

    /** What the picture shows at any time, as JSON that cannot leave its element. */
    public String placesData() {
        return ChartData.places(moments, Moment.worst(moments), result.run().simulated());
    }

    private Moment worst() {
        return moments.get(Moment.worst(moments));
    }

    /** How long a bucket of the charts is. */
    public String bucket() {
        return Figures.duration(ChartData.shown(result.timeline()).bucket());
    }

    /** Forbids the page every connection, and every script but its own: a second line of defence behind escaping. */
    public String contentPolicy() {
        List<String> allowed = scripts().stream().map(HtmlReport::hash).toList();
        return "default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src "
                + (allowed.isEmpty() ? "'none'" : String.join(" ", allowed));
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
