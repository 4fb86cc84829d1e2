package dsqlsim.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A still picture of curves, points and ranges over two axes, with a legend. Colours come from the page's style. */
public final class Plot {
    private static final double WIDTH = 720;
    private static final double LEFT = 64;
    private static final double RIGHT = 704;
    private static final double TOP = 26;
    private static final double HEIGHT = 300;
    private static final double ROW = 24;
    private static final double NAMES = 250;

    /** An entry of the legend: the class that colours it, and its name. */
    public record Entry(String style, String name) {}

    private final Svg svg = new Svg();
    private final List<Entry> legend = new ArrayList<>();
    private final double left;
    private final double bottom;
    private final Scale across;
    private final Scale up;

    private Plot(double left, double bottom, Scale across, Scale up) {
        this.left = left;
        this.bottom = bottom;
        this.across = across;
        this.up = up;
    }

    /** Two linear axes that begin at zero and reach at least so far. */
    public static Plot axes(String x, double xMost, String y, double yMost) {
        Plot plot = new Plot(LEFT, HEIGHT - 50, Scale.linear(xMost), Scale.linear(yMost));
        for (double tick : plot.up.ticks()) {
            double at = plot.y(tick);
            plot.svg.line("grid", LEFT, at, RIGHT, at);
            plot.svg.text("axis", "end", LEFT - 8, at + 4, number(tick));
        }
        plot.xAxis(x);
        plot.svg.text("axis", "start", 4, 12, y);
        return plot;
    }

    /** A row for each name, over one linear axis from zero to at least so far. */
    public static Plot rows(List<String> names, String x, double xMost) {
        Plot plot = new Plot(NAMES, TOP + ROW * names.size(), Scale.linear(xMost), Scale.linear(1));
        for (int row = 0; row < names.size(); row++) {
            plot.svg.line("grid", NAMES, plot.middle(row), RIGHT, plot.middle(row));
            plot.svg.text("name", "end", NAMES - 10, plot.middle(row) + 4, names.get(row));
        }
        plot.xAxis(x);
        return plot;
    }

    /** A line through points, each x and y. */
    public Plot curve(String style, String name, List<double[]> points) {
        StringBuilder path = new StringBuilder();
        for (double[] each : points) {
            path.append(path.isEmpty() ? 'M' : 'L')
                    .append(String.format(Locale.ROOT, "%.1f %.1f", x(each[0]), y(each[1])));
        }
        svg.path("line " + style, path.toString());
        return named("line " + style, name);
    }

    /** Points, each x and y. */
    public Plot points(String style, String name, List<double[]> points) {
        points.forEach(each -> svg.circle("dot " + style, x(each[0]), y(each[1]), 4));
        return named("dot " + style, name);
    }

    /** A point in a row, with what a pointer that rests on it is told. */
    public Plot dot(int row, String style, double value, String title) {
        svg.open("")
                .circle("dot " + style, x(value), middle(row), 5)
                .title(title)
                .close();
        return this;
    }

    /** What a row allows, from and to. */
    public Plot range(int row, String style, double from, double to) {
        svg.rect("range " + style, x(from), middle(row) - 7, x(to) - x(from), 14);
        return this;
    }

    /** Says in the legend what is drawn in this style; once for each. */
    public Plot named(String style, String name) {
        if (!name.isEmpty()) {
            legend.add(new Entry(style, name));
        }
        return this;
    }

    /** What the legend says, in the order in which it was drawn. */
    public List<Entry> legend() {
        return List.copyOf(legend);
    }

    /** The picture, for readers who see it and, by its label, for those who do not. */
    public String svg(String label) {
        return svg.picture("plot", WIDTH, bottom + 50, label);
    }

    private void xAxis(String label) {
        double most = across.ticks().get(2);
        for (int quarter = 0; quarter <= 4; quarter++) {
            double tick = most * quarter / 4;
            svg.line("tick", x(tick), bottom, x(tick), bottom + 5);
            svg.text("axis", "middle", x(tick), bottom + 20, number(tick));
        }
        svg.text("axis", "end", RIGHT, bottom + 40, label);
    }

    private double middle(int row) {
        return TOP + ROW * (row + 0.5);
    }

    private double x(double value) {
        return left + (RIGHT - left) * across.place(value);
    }

    private double y(double value) {
        return bottom - (bottom - TOP) * up.place(value);
    }

    private static String number(double value) {
        return Figures.digits(value);
    }
}
