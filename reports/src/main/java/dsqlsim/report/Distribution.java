package dsqlsim.report;

import java.util.Locale;
import java.util.Objects;

/** The values of one figure over all replications as a strip: a dot for each, the mean, and the interval that holds it. */
public final class Distribution {
    private static final double WIDTH = 260;
    private static final double HEIGHT = 26;
    private static final double EDGE = 6;

    private Distribution() {}

    /** An SVG element; empty when all values are the same or there are none. */
    public static String draw(Scalar scalar) {
        if (scalar.min() == null || scalar.max() == null || scalar.min().equals(scalar.max())) {
            return "";
        }
        Svg svg = new Svg();
        double middle = HEIGHT / 2;
        svg.line("range", EDGE, middle, WIDTH - EDGE, middle);
        if (scalar.interval().low() != null) {
            double from = x(scalar, scalar.interval().low());
            svg.rect(
                    "interval",
                    from,
                    middle - 9,
                    Math.max(1.5, x(scalar, scalar.interval().high()) - from),
                    3);
        }
        scalar.values().stream()
                .filter(Objects::nonNull)
                .forEach(value -> svg.circle("sample", x(scalar, value), middle, 3));
        svg.line("mean", x(scalar, scalar.mean()), middle - 9, x(scalar, scalar.mean()), middle + 9);
        String label = String.format(
                Locale.ROOT, "%s: %d values from %s to %s", scalar.name(), scalar.count(), scalar.min(), scalar.max());
        return svg.picture("strip", WIDTH, HEIGHT, label);
    }

    private static double x(Scalar scalar, double value) {
        double share = (value - scalar.min()) / (scalar.max() - scalar.min());
        return EDGE + (WIDTH - 2 * EDGE) * Math.max(0, Math.min(1, share));
    }
}
