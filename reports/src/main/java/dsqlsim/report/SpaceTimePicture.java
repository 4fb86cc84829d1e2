package dsqlsim.report;

import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/** One transaction in space and time: a column for each node, time running down, messages as arrows. */
final class SpaceTimePicture {
    private static final double LEFT = 78;
    /** As wide as the page, if the lanes can be read. */
    private static final double WIDTH = 1_010;

    private static final double LANE_MIN = 92;
    private static final double LANE_MAX = 130;
    private static final double HEAD = 44;
    private static final double TOP = HEAD + 22;
    /** Labels of the time axis are no nearer to each other. */
    private static final double LABEL = 13;

    private final Exemplar exemplar;
    private final SquashedTime time;
    private final double lane;
    /** How far down the last label is, left and right of each lane. */
    private final double[] labelled;

    private final Svg svg = new Svg();

    private SpaceTimePicture(Exemplar exemplar) {
        this.exemplar = exemplar;
        labelled = new double[2 * exemplar.lanes().size()];
        lane = Math.max(
                LANE_MIN,
                Math.min(LANE_MAX, (WIDTH - LEFT) / Math.max(1, exemplar.lanes().size())));
        time = new SquashedTime(moments(exemplar), TOP);
    }

    /** An SVG element. */
    static String draw(Exemplar exemplar) {
        return new SpaceTimePicture(exemplar).draw();
    }

    private String draw() {
        double bottom = time.bottom() + 18;
        conflict();
        lanes(bottom);
        axis();
        exemplar.spans().forEach(this::span);
        exemplar.clocks().forEach(this::clock);
        exemplar.arrows().forEach(this::arrow);
        exemplar.marks().forEach(this::mark);
        double width = LEFT + exemplar.lanes().size() * lane;
        return svg.picture(
                "spacetime",
                width,
                bottom + 6,
                exemplar.title() + ": messages between " + exemplar.lanes().size() + " nodes, time running down");
    }

    private static SortedSet<Double> moments(Exemplar exemplar) {
        TreeSet<Double> all = new TreeSet<>();
        all.add(0.0);
        for (Exemplar.Arrow each : exemplar.arrows()) {
            all.add(each.leaves());
            all.add(end(each));
        }
        exemplar.spans().forEach(each -> {
            all.add(each.from());
            all.add(each.to());
        });
        exemplar.clocks().forEach(each -> {
            all.add(each.at());
            all.add(each.earliest());
            all.add(each.latest());
            all.add(each.timestamp());
        });
        exemplar.marks().forEach(each -> all.add(each.at()));
        return all;
    }

    private static double end(Exemplar.Arrow arrow) {
        return arrow.arrives() != null ? arrow.arrives() : arrow.leaves() + 1e-4;
    }

    // ---- the ground

    private void lanes(double bottom) {
        for (int i = 0; i < exemplar.lanes().size(); i++) {
            Exemplar.Lane each = exemplar.lanes().get(i);
            svg.open("class=\"lane\"").title(each.node());
            svg.text("name", "middle", x(i), 16, each.role());
            svg.text("place", "middle", x(i), 31, number(each) + each.place());
            svg.line("life", x(i), HEAD, x(i), bottom).close();
        }
    }

    /** Of {@code journal-2.us-east-1} the 2. */
    private static String number(Exemplar.Lane lane) {
        String name = lane.node();
        int dot = name.indexOf('.');
        String own = dot < 0 ? name : name.substring(0, dot);
        return own.startsWith(lane.role() + "-") ? own.substring(lane.role().length() + 1) + " in " : "";
    }

    private void axis() {
        double free = 0;
        for (double moment : moments(exemplar)) {
            double y = time.y(moment);
            if (moment >= 0 && y >= free) {
                svg.text("axis", "end", LEFT - 16, y + 4, since(moment));
                free = y + LABEL;
            }
        }
    }

    private static String since(double seconds) {
        return seconds < 0.01
                ? "+" + Figures.duration(seconds)
                : String.format(Locale.ROOT, "+%,.1f ms", seconds * 1e3);
    }

    private void conflict() {
        Exemplar.Span window = exemplar.conflict();
        if (window != null) {
            double from = time.y(window.from());
            double to = time.y(window.to());
            svg.open("class=\"conflict\"")
                    .title("Conflict window: no other transaction may commit the same rows in it");
            svg.rect("window", LEFT - 10, from, exemplar.lanes().size() * lane + 4, Math.max(2, to - from));
            svg.text("label", "end", LEFT + exemplar.lanes().size() * lane - 10, from + 12, "conflict window");
            svg.close();
        }
    }

    // ---- what happens

    private void arrow(Exemplar.Arrow arrow) {
        double x1 = x(arrow.from());
        double x2 = x(arrow.to());
        double y1 = time.y(arrow.leaves());
        double y2 = time.y(end(arrow));
        boolean arrives = arrow.arrives() != null;
        if (!arrives) { // It never gets there.
            x2 = x1 + 0.85 * (x2 - x1);
            y2 = Math.min(y2, y1 + 26);
        }
        String kind = (arrives ? "" : " lost") + (arrow.held() ? " held" : "") + (arrow.other() ? " other" : "");
        open("arrow" + kind, arrow.step());
        svg.title(exemplar.steps().get(arrow.step()).text());
        svg.line("way", x1, y1, x2, y2);
        if (arrives) {
            svg.path("head", head(x1, y1, x2, y2));
        } else {
            svg.path("cross", String.format(Locale.ROOT, "M%1$.1f %2$.1fl8 8m0 -8l-8 8", x2 - 4, y2 - 4));
        }
        double side = x2 > x1 ? 1 : -1;
        double y = y1 - 2 + slope(y2 - y1, x2 - x1);
        if (free(arrow.from(), side > 0, y)) {
            svg.text("label", side > 0 ? "start" : "end", x1 + side * 11, y, arrow.name());
        }
        svg.close();
    }

    /** Whether a label has room beside its lane; of two that would lie on each other the first is written. */
    private boolean free(int index, boolean right, double y) {
        int slot = 2 * index + (right ? 1 : 0);
        boolean free = y - labelled[slot] > 8;
        if (free) {
            labelled[slot] = y;
        }
        return free;
    }

    /** A label near the tail of a steep arrow has to stay clear of it. */
    private static double slope(double down, double across) {
        return Math.min(3, 8 * down / Math.max(1, Math.abs(across)) - 1);
    }

    private static String head(double x1, double y1, double x2, double y2) {
        double length = Math.max(1, StrictMath.hypot(x2 - x1, y2 - y1));
        double dx = (x2 - x1) / length;
        double dy = (y2 - y1) / length;
        return String.format(
                Locale.ROOT,
                "M%.1f %.1fL%.1f %.1fL%.1f %.1fZ",
                x2,
                y2,
                x2 - 8 * dx - 3.5 * dy,
                y2 - 8 * dy + 3.5 * dx,
                x2 - 8 * dx + 3.5 * dy,
                y2 - 8 * dy - 3.5 * dx);
    }

    private void span(Exemplar.Span span) {
        double from = time.y(span.from());
        double to = time.y(span.to());
        open("span" + (span.waits() ? " waits" : ""), span.step());
        svg.title((span.waits() ? "waits " + Figures.duration(span.to() - span.from()) + " " : "") + span.what());
        svg.rect("busy", x(span.lane()) - 5, from, 10, Math.max(2, to - from));
        svg.close();
    }

    private void clock(Exemplar.ClockReading clock) {
        double x = x(clock.lane()) + 9;
        double from = time.y(clock.earliest());
        double to = time.y(clock.latest());
        double at = time.y(clock.timestamp());
        open("clock", clock.step());
        svg.title(exemplar.steps().get(clock.step()).text());
        svg.rect("interval", x, from, 7, Math.max(2, to - from));
        svg.path("stamp", String.format(Locale.ROOT, "M%.1f %.1fl7 -5v10Z", x - 2, at));
        svg.text("label", "start", x + 11, at + 4, clock.what().replace(" timestamp", ""));
        svg.close();
    }

    private void mark(Exemplar.Mark mark) {
        open("mark", mark.step());
        svg.title(exemplar.steps().get(mark.step()).text());
        svg.circle("dot", x(mark.lane()), time.y(mark.at()), 4.5);
        svg.text("label", "start", x(mark.lane()) + 9, time.y(mark.at()) + 4, mark.what());
        svg.close();
    }

    private void open(String style, int step) {
        svg.open("class=\"" + style + "\"" + (step < 0 ? "" : " data-step=\"" + step + "\""));
    }

    private double x(int index) {
        return LEFT + lane * (index + 0.5);
    }
}
