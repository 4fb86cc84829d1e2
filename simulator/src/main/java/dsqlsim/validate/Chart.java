package dsqlsim.validate;

import java.util.List;
import java.util.Locale;

/** A small picture of curves and points over two linear axes that begin at zero. Colours come from the page's style. */
final class Chart {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 300;
    private static final int LEFT = 60;
    private static final int BOTTOM = 256;
    private static final int TOP = 16;
    private static final int RIGHT = 700;

    private final double xMost;
    private final double yMost;
    private final StringBuilder svg = new StringBuilder();

    Chart(String label, String xLabel, double xMost, String yLabel, double yMost) {
        this.xMost = xMost;
        this.yMost = yMost;
        svg.append("<svg viewBox=\"0 0 ").append(WIDTH).append(' ').append(HEIGHT);
        svg.append("\" role=\"img\" aria-label=\"").append(label).append("\">\n");
        for (int tick = 0; tick <= 4; tick++) {
            double x = x(xMost * tick / 4);
            double y = y(yMost * tick / 4);
            svg.append(format("<path class=\"grid\" d=\"M%d %.1fH%d\"/>\n", LEFT, y, RIGHT));
            text(x, BOTTOM + 16, "middle", number(xMost * tick / 4));
            text(LEFT - 6, y + 4, "end", number(yMost * tick / 4));
        }
        text(RIGHT, BOTTOM + 36, "end", xLabel);
        text(4, TOP - 4, "start", yLabel);
    }

    /** A line through points, each x and y. */
    Chart curve(String style, List<double[]> points) {
        svg.append("<path class=\"").append(style).append("\" d=\"");
        for (int i = 0; i < points.size(); i++) {
            svg.append(format(i == 0 ? "M%.1f %.1f" : "L%.1f %.1f", x(points.get(i)[0]), y(points.get(i)[1])));
        }
        svg.append("\"/>\n");
        return this;
    }

    /** Points, each x and y. */
    Chart points(String style, List<double[]> points) {
        for (double[] each : points) {
            svg.append(
                    format("<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"4\"/>\n", style, x(each[0]), y(each[1])));
        }
        return this;
    }

    /** A bar from zero at a place, and what is written below it. */
    Chart bar(String style, double from, double to, double height, String name) {
        svg.append(format(
                "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"><title>%s %s</title></rect>\n",
                style, x(from), y(height), x(to) - x(from), BOTTOM - y(height), name, number(height)));
        return this;
    }

    String svg() {
        return svg + "</svg>\n";
    }

    private void text(double x, double y, String anchor, String text) {
        svg.append(format(
                "<text class=\"axis\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>\n", x, y, anchor, text));
    }

    private double x(double value) {
        return LEFT + (RIGHT - LEFT) * Math.min(1, value / xMost);
    }

    private double y(double value) {
        return BOTTOM - (BOTTOM - TOP) * Math.min(1, value / yMost);
    }

    private static String number(double value) {
        return Digits.of(Math.round(value * 1000) / 1000.0, "");
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
