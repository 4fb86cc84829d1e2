package dsqlsim.yaml;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers with their units, as the scenario language writes them. Each reads a text or returns nothing. */
public final class Quantity {
    private static final String NUMBER = "(-?\\d{1,18}(?:\\.\\d{1,12})?)";
    private static final Pattern DURATION = Pattern.compile(NUMBER + " ?(ns|us|ms|s|m|h|d)");
    private static final Pattern RATE = Pattern.compile(NUMBER + " ?/ ?(ms|s|m|min|h|d)");
    private static final Pattern SHARE = Pattern.compile(NUMBER + " ?(%|)");
    private static final Pattern FACTOR = Pattern.compile("x ?" + NUMBER);
    private static final Pattern SIZE = Pattern.compile(NUMBER + " ?(B|kB|MB|GB|KiB|MiB|GiB)");
    private static final Pattern PPM = Pattern.compile(NUMBER + " ?ppm");
    private static final Pattern SLOPE = Pattern.compile("(.{1,32}) ?/ ?s");
    private static final Pattern PLAIN = Pattern.compile(NUMBER);

    // Looked up, never iterated.
    private static final Map<String, Long> NANOS = Map.of(
            "ns", 1L,
            "us", 1_000L,
            "ms", 1_000_000L,
            "s", 1_000_000_000L,
            "m", 60_000_000_000L,
            "min", 60_000_000_000L,
            "h", 3_600_000_000_000L,
            "d", 86_400_000_000_000L);
    // Looked up, never iterated.
    private static final Map<String, Long> BYTES = Map.of(
            "B",
            1L,
            "kB",
            1_000L,
            "MB",
            1_000_000L,
            "GB",
            1_000_000_000L,
            "KiB",
            1L << 10,
            "MiB",
            1L << 20,
            "GiB",
            1L << 30);

    /** No duration is longer than about 100 years, so that sums of a few never overflow. */
    private static final BigDecimal NANOS_MAX = BigDecimal.valueOf(1L << 61);

    private Quantity() {}

    /** Nanoseconds of {@code 250us}, {@code 1.5s} and the like; negative ones too. */
    public static OptionalLong duration(String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            return OptionalLong.empty();
        }
        BigDecimal nanos = new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(NANOS.get(matcher.group(2))));
        if (nanos.abs().compareTo(NANOS_MAX) > 0) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(nanos.setScale(0, RoundingMode.HALF_UP).longValueExact());
    }

    /** Per second, of {@code 300/s} or {@code 2/min}. */
    public static OptionalDouble rate(String text) {
        Matcher matcher = RATE.matcher(text);
        return matcher.matches()
                ? OptionalDouble.of(Double.parseDouble(matcher.group(1)) * 1e9 / NANOS.get(matcher.group(2)))
                : OptionalDouble.empty();
    }

    /** 0 to 1, of {@code 2%} or {@code 0.02}. */
    public static OptionalDouble share(String text) {
        Matcher matcher = SHARE.matcher(text);
        if (!matcher.matches()) {
            return OptionalDouble.empty();
        }
        double value = Double.parseDouble(matcher.group(1)) / (matcher.group(2).isEmpty() ? 1 : 100);
        return value >= 0 && value <= 1 ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    /** The multiplier of {@code x3}. */
    public static OptionalDouble factor(String text) {
        return first(FACTOR, text);
    }

    /** Bytes of {@code 10MiB}. */
    public static OptionalDouble size(String text) {
        Matcher matcher = SIZE.matcher(text);
        return matcher.matches()
                ? OptionalDouble.of(Double.parseDouble(matcher.group(1)) * BYTES.get(matcher.group(2)))
                : OptionalDouble.empty();
    }

    /** Parts per million of {@code 50ppm}, or of its other form {@code 50us/s}. */
    public static OptionalDouble ppm(String text) {
        OptionalDouble plain = first(PPM, text);
        Matcher slope = SLOPE.matcher(text);
        if (plain.isPresent() || !slope.matches()) {
            return plain;
        }
        OptionalLong nanosPerSecond = duration(slope.group(1).strip());
        return nanosPerSecond.isPresent()
                ? OptionalDouble.of(nanosPerSecond.getAsLong() / 1e3)
                : OptionalDouble.empty();
    }

    /** A number without a unit. */
    public static OptionalDouble number(String text) {
        return first(PLAIN, text);
    }

    private static OptionalDouble first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.matches() ? OptionalDouble.of(Double.parseDouble(matcher.group(1))) : OptionalDouble.empty();
    }
}
