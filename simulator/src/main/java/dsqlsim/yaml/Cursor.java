package dsqlsim.yaml;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A place in a scenario file. A record asks a cursor for its fields; what it asks is at once how the file is read, which
 * names are known, and the JSON Schema: {@link Reading} notes a problem wherever the file does not answer and goes on with
 * something harmless, so that one pass finds every mistake; {@link Describing} writes down what was asked.
 */
public abstract class Cursor {
    /** A field that must be there. */
    public abstract Cursor field(String name, String meaning);

    /** A field that may be left out; see {@link #present} and {@link #or}. */
    public abstract Cursor optional(String name, String meaning);

    /** Whether the file has something here. */
    public abstract boolean present();

    /** A scalar. */
    public abstract <T> T value(Shape<T> shape);

    /** A record: a field that the parser did not ask for is an unknown {@code noun}. */
    public abstract <T> T record(String noun, Function<Cursor, T> parser);

    /** A list. */
    public abstract <T> List<T> list(Function<Cursor, T> parser);

    /** A mapping whose keys are names of the scenario's own; the parser is given key and value. */
    public abstract <T> List<T> entries(BiFunction<Cursor, Cursor, T> parser);

    /** Exactly one of some fields of this record, by its name; a {@code noun} is what they are. */
    public abstract <T> T exactlyOne(String noun, Map<String, Alternative<T>> alternatives);

    /** Reads by form: a scalar, a list or a mapping; null for a form that may not stand here. */
    public abstract <T> T byForm(
            String expected, Function<Cursor, T> scalar, Function<Cursor, T> list, Function<Cursor, T> mapping);

    /** Notes a problem with what stands here. */
    public abstract void reject(String problem);

    /** The line of the file, from 1; 0 where there is none. */
    public abstract int line();

    /** What an optional field says, or something else if it is left out. */
    public <T> T or(T otherwise, Function<Cursor, T> parser) {
        if (!present()) {
            return otherwise;
        }
        return parser.apply(this);
    }

    /** A scalar, or something else if it is left out. */
    public <T> T or(T otherwise, Shape<T> shape) {
        return or(otherwise, each -> each.value(shape));
    }

    /** A record whose unknown fields are simply unknown fields. */
    public <T> T record(Function<Cursor, T> parser) {
        return record("field", parser);
    }

    /** Makes a value whose own constructor refuses nonsense: its message is the problem. */
    public <T> T build(java.util.function.Supplier<T> constructor, T otherwise) {
        try {
            return constructor.get();
        } catch (IllegalArgumentException e) {
            reject(e.getMessage());
            return otherwise;
        }
    }

    /** One field of several of which exactly one must be there. */
    public record Alternative<T>(String meaning, Function<Cursor, T> parser) {}
}
