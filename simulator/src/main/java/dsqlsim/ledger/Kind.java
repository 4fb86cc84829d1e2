package dsqlsim.ledger;

import dsqlsim.kernel.Distribution;
import dsqlsim.kernel.DistributionParser;
import dsqlsim.yaml.Quantity;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** What kind of value an assumption has: how it is written and read. */
public enum Kind {
    /** A {@code Long} of nanoseconds, at least 0. */
    DURATION("a duration such as '20ms'"),
    /** A {@code Long} of nanoseconds of either sign. */
    OFFSET("a duration such as '-10ms'"),
    /** A {@link Distribution} of durations. */
    DISTRIBUTION("a duration such as '20ms' or a distribution such as 'exponential(50ms)'"),
    /** A {@code long[]} of the least and the most nanoseconds. */
    RANGE("a range of durations such as '30ms..60ms'"),
    /** A {@code Double} without a unit, at least 0. */
    NUMBER("a number such as '3'"),
    /** A {@code Double} from 0 to 1. */
    SHARE("a share such as '2%'"),
    /** A {@code Double} multiplier above 0. */
    FACTOR("a factor such as 'x5'"),
    /** A {@code Double} per second, above 0. */
    RATE("a rate such as '300/s'"),
    /** A {@code Double} of bytes. */
    SIZE("a size such as '10MiB'"),
    /** A {@code Double} of parts per million. */
    PPM("a drift such as '50ppm'"),
    /** The name of a region. */
    REGION("a region such as 'us-east-1'"),
    /** One of the assumption's words. */
    CHOICE("one of its words");

    private final String expected;

    Kind(String expected) {
        this.expected = expected;
    }

    /** What a value of this kind looks like, for messages. */
    public String expected() {
        return expected;
    }

    /** The name in references. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What is wrong with a text that is no value of this kind. */
    String problem(String text, String orElse) {
        if (this == DISTRIBUTION) {
            try {
                DistributionParser.parse(text);
            } catch (IllegalArgumentException e) {
                return e.getMessage();
            }
        }
        return "expected " + expected + orElse + ", not '" + text + "'";
    }

    /** The value that a text stands for, or nothing if it is none of this kind. */
    Optional<Object> parse(String text) {
        return switch (this) {
            case DURATION -> box(Quantity.duration(text)).filter(nanos -> (Long) nanos >= 0);
            case OFFSET -> box(Quantity.duration(text));
            case DISTRIBUTION -> distribution(text);
            case RANGE -> range(text);
            case NUMBER -> box(Quantity.number(text)).filter(Kind::notNegative);
            case SHARE -> box(Quantity.share(text));
            case FACTOR -> box(Quantity.factor(text)).filter(Kind::positive);
            case RATE -> box(Quantity.rate(text)).filter(Kind::positive);
            case SIZE -> box(Quantity.size(text)).filter(Kind::notNegative);
            case PPM -> box(Quantity.ppm(text)).filter(Kind::notNegative);
            case REGION -> text.matches("[a-z][a-z0-9-]{0,40}") ? Optional.of(text) : Optional.empty();
            case CHOICE -> Optional.empty();
        };
    }

    private static Optional<Object> distribution(String text) {
        try {
            return Optional.of(DistributionParser.parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // What is wrong with it, problem(text) says.
        }
    }

    private static Optional<Object> range(String text) {
        int dots = text.indexOf("..");
        OptionalLong from = Quantity.duration(dots < 0 ? text : text.substring(0, dots));
        OptionalLong to = Quantity.duration(dots < 0 ? text : text.substring(dots + 2));
        boolean ordered =
                from.isPresent() && to.isPresent() && from.getAsLong() >= 0 && from.getAsLong() <= to.getAsLong();
        return ordered ? Optional.of(new long[] {from.getAsLong(), to.getAsLong()}) : Optional.empty();
    }

    private static Optional<Object> box(OptionalLong value) {
        return value.isPresent() ? Optional.of(value.getAsLong()) : Optional.empty();
    }

    private static Optional<Object> box(OptionalDouble value) {
        return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
    }

    private static boolean notNegative(Object value) {
        return (Double) value >= 0;
    }

    private static boolean positive(Object value) {
        return (Double) value > 0;
    }
}
