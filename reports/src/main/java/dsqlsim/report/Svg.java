package dsqlsim.report;

import java.util.Locale;

/** A still picture in the making. Colours come from the page's style, by class; texts are escaped. */
final class Svg {
    private final StringBuilder out = new StringBuilder();

    /** Opens a group; {@code attributes} are trusted, such as {@code class="step" data-step="3"}. */
    Svg open(String attributes) {
        out.append("<g ").append(attributes).append('>');
        return this;
    }

    Svg close() {
        out.append("</g>\n");
        return this;
    }

    Svg line(String style, double x1, double y1, double x2, double y2) {
        out.append("<line class=\"").append(style);
        number("\" x1=\"", x1);
        number("\" y1=\"", y1);
        number("\" x2=\"", x2);
        number("\" y2=\"", y2);
        out.append("\"/>");
        return this;
    }

    Svg rect(String style, double x, double y, double width, double height) {
        out.append("<rect class=\"").append(style);
        number("\" x=\"", x);
        number("\" y=\"", y);
        number("\" width=\"", width);
        number("\" height=\"", height);
        out.append("\"/>");
        return this;
    }

    Svg circle(String style, double x, double y, double radius) {
        out.append("<circle class=\"").append(style);
        number("\" cx=\"", x);
        number("\" cy=\"", y);
        number("\" r=\"", radius);
        out.append("\"/>");
        return this;
    }

    /** A path of straight and curved pieces; {@code d} is trusted. */
    Svg path(String style, String d) {
        out.append("<path class=\"").append(style).append("\" d=\"").append(d).append("\"/>");
        return this;
    }

    /** {@code anchor}: start, middle or end. */
    Svg text(String style, String anchor, double x, double y, String text) {
        out.append("<text class=\"").append(style).append("\" text-anchor=\"").append(anchor);
        number("\" x=\"", x);
        number("\" y=\"", y);
        out.append("\">").append(escaped(text)).append("</text>");
        return this;
    }

    /** What a pointer that rests on the group is told. */
    Svg title(String text) {
        out.append("<title>").append(escaped(text)).append("</title>");
        return this;
    }

    /** Anything that was made elsewhere and is trusted. */
    Svg raw(String svg) {
        out.append(svg);
        return this;
    }

    /** The whole picture. */
    String picture(String style, double width, double height, String label) {
        return String.format(
                                Locale.ROOT,
                                "<svg class=\"%s\" viewBox=\"0 0 %.0f %.0f\" width=\"%.0f\" height=\"%.0f\" role=\"img\" aria-label=\"%s\">%n",
                                style,
                                width,
                                height,
                                width,
                                height,
                                escaped(label))
                        .replace("\r", "")
                + out + "</svg>";
    }

    private void number(String before, double value) {
        out.append(before).append(String.format(Locale.ROOT, "%.1f", value));
    }

    static String escaped(String text) {
        return TimelinePicture.escaped(text);
    }
}
