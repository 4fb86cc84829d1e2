package dsqlsim.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers for people: three significant digits, a unit that fits, thousands apart. Files for programs never pass through here. */
public final class Figures {
    /** What stands where there was no sample. */
    public static final String NONE = "-";

    private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_UP);
    private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.HALF_UP);

    private Figures() {}

    /** A duration in seconds: {@code 4.01 s}, {@code 24.3 ms}, {@code 6 min 51 s}. */
    public static String duration(Double seconds) {
        if (seconds == null) {
            return NONE;
        }
        double size = Math.abs(seconds);
        if (size >= 599.5) {
            return minutes(seconds);
        }
        if (size >= 0.9995 || size == 0) {
            return digits(seconds) + " s";
        }
        return size >= 0.0009995 ? digits(seconds * 1e3) + " ms" : digits(seconds * 1e6) + " us";
    }

    private static String minutes(double seconds) {
        long whole = Math.round(seconds);
        long rest = whole % 60;
        if (Math.abs(whole) >= 3600) {
            return whole / 3600 + " h " + Math.abs(whole / 60 % 60) + " min";
        }
        return whole / 60 + " min" + (rest == 0 ? "" : " " + Math.abs(rest) + " s");
    }

    /** A moment of the run, in seconds since its start: {@code 63.404 s}. */
    public static String moment(double seconds) {
        return plain(BigDecimal.valueOf(seconds).setScale(3, RoundingMode.HALF_UP)) + " s";
    }

    /** A share of 0..1 in percent; close to 1 as many digits as it takes to see what is missing: {@code 99.988 %}. */
    public static String share(Double share) {
        if (share == null) {
            return NONE;
        }
        BigDecimal exact = BigDecimal.valueOf(share);
        BigDecimal missing = BigDecimal.ONE.subtract(exact);
        boolean nearlyAll = missing.signum() > 0 && missing.compareTo(new BigDecimal("0.01")) < 0;
        BigDecimal shown = nearlyAll ? BigDecimal.ONE.subtract(missing.round(TWO_DIGITS)) : exact.round(THREE_DIGITS);
        return plain(shown.movePointRight(2)) + " %";
    }

    /** A whole number: {@code 84,000}. */
    public static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** A rate: {@code 296/s}. */
    public static String rate(Double perSecond) {
        return perSecond == null ? NONE : digits(perSecond) + "/s";
    }

    /** A value with the unit of an expectation or a series. */
    public static String value(Double value, String unit) {
        if (value == null) {
            return NONE;
        }
        return switch (unit == null ? "" : unit) {
            case "s" -> duration(value);
            case "share" -> share(value);
            case "1/s" -> rate(value);
            case "USD" -> "$" + digits(value);
            default -> digits(value);
        };
    }

    /** How many of one there are for each of another: {@code 1.004}. */
    public static String ratio(Double ratio) {
        return ratio == null ? NONE : plain(BigDecimal.valueOf(ratio).setScale(3, RoundingMode.HALF_UP));
    }

    /** A plain number at three significant digits; whole numbers in full. */
    public static String digits(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
        if (whole || Math.abs(value) >= 999.5) {
            return count(Math.round(value));
        }
        return plain(BigDecimal.valueOf(value).round(THREE_DIGITS));
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
