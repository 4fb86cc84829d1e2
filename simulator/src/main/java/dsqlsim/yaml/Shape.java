package dsqlsim.yaml;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * A kind of scalar value: how it is read, what is said when it can't be, and its JSON Schema.
 *
 * @param expected completes {@code expected ...}
 * @param read the value of a text, or nothing; or an IllegalArgumentException that says what is wrong with it
 * @param fallback harmless, for when there is no value
 * @param schema what an editor may check
 * @param words that can stand here, for suggestions
 */
public record Shape<T>(
        String expected, Function<String, Optional<T>> read, T fallback, ObjectNode schema, List<String> words) {
    /** A shape without words of its own. */
    public Shape(String expected, Function<String, Optional<T>> read, T fallback, ObjectNode schema) {
        this(expected, read, fallback, schema, List.of());
    }

    private static final String DECIMAL = "[0-9]+(\\.[0-9]+)?";
    private static final String DURATION_PATTERN = DECIMAL + " ?(ns|us|ms|s|m|h|d)";

    /** Any text that is not empty. */
    public static final Shape<String> TEXT = new Shape<>(
            "a text", text -> Optional.of(text).filter(each -> !each.isBlank()), "", schema("string", null));

    /** A name for results and the command line. */
    public static final Shape<String> NAME = new Shape<>(
            "a name of letters, digits, '-', '_' and '.'",
            text -> Optional.of(text).filter(each -> each.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")),
            "name",
            schema("string", "^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$"));

    /** Nanoseconds, at least 0. */
    public static final Shape<Long> DURATION = durations("a duration such as '20ms' or '5m'", 0);

    /** Nanoseconds, above 0. */
    public static final Shape<Long> TIME_SPAN = durations("a duration above 0 such as '20ms' or '5m'", 1);

    /** Nanoseconds of either sign. */
    public static final Shape<Long> OFFSET = new Shape<>(
            "a duration such as '20ms' or '-10ms'",
            text -> box(Quantity.duration(text)),
            0L,
            schema("string", "^-?" + DURATION_PATTERN + "$"));

    /** Per second, above 0. */
    public static final Shape<Double> RATE = new Shape<>(
            "a rate such as '300/s' or '2/min'",
            text -> box(Quantity.rate(text)).filter(rate -> rate > 0 && rate <= 1e9),
            1.0,
            schema("string", "^" + DECIMAL + " ?/ ?(ms|s|m|min|h|d)$"));

    /** 0 to 1. */
    public static final Shape<Double> SHARE = new Shape<>(
            "a share such as '2%' or '0.02'", text -> box(Quantity.share(text)), 0.0, numberOr("^" + DECIMAL + " ?%$"));

    /** A multiplier above 0. */
    public static final Shape<Double> FACTOR = new Shape<>(
            "a factor such as 'x3'",
            text -> box(Quantity.factor(text)).filter(factor -> factor > 0 && factor <= 1e6),
            1.0,
            schema("string", "^x ?" + DECIMAL + "$"));

    /** Parts per million, of either sign. */
    public static final Shape<Double> PPM = new Shape<>(
            "a drift such as '50ppm' or '200us/s'",
            text -> box(Quantity.ppm(text)),
            0.0,
            schema("string", "^-?" + DECIMAL + " ?(ppm|(ns|us|ms) ?/ ?s)$"));

    /** Yes or no. */
    public static final Shape<Boolean> SWITCH = new Shape<>(
            "true or false",
            text -> text.equals("true") || text.equals("false") ? Optional.of(text.equals("true")) : Optional.empty(),
            false,
            schema("boolean", null));

    /** A whole number within limits; the fallback is the lower one. */
    public static Shape<Long> integer(long minimum, long maximum) {
        ObjectNode schema = schema("integer", null).put("minimum", minimum).put("maximum", maximum);
        return new Shape<>(
                "a whole number from " + minimum + " to " + maximum,
                text -> whole(text).filter(value -> value >= minimum && value <= maximum),
                minimum,
                schema);
    }

    /** A number without a unit within limits; the fallback is the lower one. */
    public static Shape<Double> number(double minimum, double maximum) {
        ObjectNode schema = schema("number", null).put("minimum", minimum).put("maximum", maximum);
        return new Shape<>(
                "a number from " + plain(minimum) + " to " + plain(maximum),
                text -> box(Quantity.number(text)).filter(value -> value >= minimum && value <= maximum),
                minimum,
                schema);
    }

    /** One of some words of the language; the fallback is the first. */
    public static Shape<String> word(Collection<String> words) {
        ObjectNode schema = schema("string", null);
        words.forEach(schema.withArray("enum")::add);
        return oneOf(words, schema);
    }

    /** One of some names that the scenario itself gave: no editor can know them. The fallback is the first. */
    public static Shape<String> known(Collection<String> names) {
        return oneOf(names, schema("string", null));
    }

    private static Shape<String> oneOf(Collection<String> words, ObjectNode schema) {
        return new Shape<>(
                "one of " + String.join(", ", words),
                text -> Optional.of(text).filter(words::contains),
                words.isEmpty() ? "" : words.iterator().next(),
                schema,
                List.copyOf(words));
    }

    /** The same with another value to go on with when there is none. */
    public Shape<T> otherwise(T other) {
        return new Shape<>(expected, read, other, schema, words);
    }

    /** A text that only its own reader understands; an editor can't check it. */
    public static <T> Shape<T> of(String expected, Function<String, Optional<T>> read, T fallback) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.putArray("type").add("string").add("number");
        return new Shape<>(expected, read, fallback, schema);
    }

    /** What is wrong with a text that this can't read. */
    String problem(String text) {
        String found = text.length() <= 60 ? text : text.substring(0, 57) + "...";
        return "expected " + expected + ", not '" + found + "'" + Suggestion.of(text, words);
    }

    private static Shape<Long> durations(String expected, long minimum) {
        return new Shape<>(
                expected,
                text -> box(Quantity.duration(text)).filter(nanos -> nanos >= minimum),
                minimum,
                schema("string", "^" + DURATION_PATTERN + "$"));
    }

    private static Optional<Long> whole(String text) {
        return text.matches("-?[0-9][0-9_]{0,22}") ? parseLong(text.replace("_", "")) : Optional.empty();
    }

    private static Optional<Long> parseLong(String digits) {
        try {
            return Optional.of(Long.parseLong(digits));
        } catch (NumberFormatException e) {
            return Optional.empty(); // Beyond a long: out of every range.
        }
    }

    private static String plain(double value) {
        return value == StrictMath.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    private static Optional<Long> box(OptionalLong value) {
        return value.isPresent() ? Optional.of(value.getAsLong()) : Optional.empty();
    }

    private static Optional<Double> box(OptionalDouble value) {
        return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
    }

    private static ObjectNode schema(String type, String pattern) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", type);
        return pattern == null ? schema : schema.put("pattern", pattern);
    }

    private static ObjectNode numberOr(String pattern) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.putArray("anyOf")
                .add(schema("string", pattern))
                .add(schema("number", null).put("minimum", 0).put("maximum", 1));
        return schema;
    }
}
