package dsqlsim.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Durations as the scenario language writes them: {@code 250us}, {@code 11.5ms}, {@code 2m}. */
public final class Durations {
    private static final String[] UNITS = {"ns", "us", "ms", "s", "m", "h", "d"};
    private static final double[] NANOS = {1, 1e3, 1e6, 1e9, 60e9, 3600e9, 86400e9};
    private static final int SECOND = 3;

    private Durations() {}

    /** The nanoseconds of a unit such as {@code ms}; 0 for what is no unit. */
    public static double unit(String name) {
        for (int i = 0; i < UNITS.length; i++) {
            if (UNITS[i].equals(name)) {
                return NANOS[i];
            }
        }
        return 0;
    }

    /** Nanoseconds in the largest unit that leaves a number of at least 1; minutes and more only where they divide it. */
    public static String format(double nanos) {
        if (nanos < 0) {
            return "-" + format(-nanos);
        }
        if (nanos == 0) {
            return "0s";
        }
        int unit = 0;
        for (int i = 1; i < UNITS.length; i++) {
            if (nanos >= NANOS[i] && (i <= SECOND || nanos % NANOS[i] == 0)) {
                unit = i;
            }
        }
        return number(nanos / NANOS[unit]) + UNITS[unit];
    }

    /** A number with as many decimals as it needs, at most nine. Not by Double.toString: it differs from JDK to JDK. */
    static String number(double value) {
        BigDecimal rounded = new BigDecimal(value).setScale(9, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
