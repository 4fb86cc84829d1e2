package dsqlsim.report;

import java.util.ArrayList;
import java.util.List;

/** The vertical axis of a picture: from 0 to a round number, or over whole decades. */
final class Scale {
    private final double low;
    private final double high;
    private final boolean logarithmic;

    private Scale(double low, double high, boolean logarithmic) {
        this.low = low;
        this.high = high;
        this.logarithmic = logarithmic;
    }

    static Scale linear(double highest) {
        double decade = decadeBelow(highest);
        for (double step : new double[] {1, 1.5, 2, 3, 4, 6, 8}) {
            if (highest <= step * decade) {
                return new Scale(0, step * decade, false);
            }
        }
        return new Scale(0, 10 * decade, false);
    }

    /** At least two decades. */
    static Scale logarithmic(double lowest, double highest) {
        double low = Math.max(1e-6, decadeBelow(lowest));
        double high = low * 100;
        while (high < highest) {
            high *= 10;
        }
        return new Scale(low, high, true);
    }

    /** 0 at the bottom, 1 at the top. */
    double place(double value) {
        double place = logarithmic
                ? StrictMath.log(Math.max(low, value) / low) / StrictMath.log(high / low)
                : (value - low) / (high - low);
        return Math.max(0, Math.min(1, place));
    }

    List<Double> ticks() {
        if (!logarithmic) {
            return List.of(0.0, high / 2, high);
        }
        List<Double> ticks = new ArrayList<>();
        for (double tick = low; tick <= high * 1.001; tick *= 10) {
            ticks.add(tick);
        }
        return ticks;
    }

    private static double decadeBelow(double value) {
        double decade = 1;
        while (decade > value && decade > 1e-12) {
            decade /= 10;
        }
        while (decade * 10 <= value) {
            decade *= 10;
        }
        return decade;
    }
}
