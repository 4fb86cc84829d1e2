package dsqlsim.yaml;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/** A cursor over no file at all: it writes down, as JSON Schema, what a parser asks. */
public final class Describing extends Cursor {
    private final ObjectNode schema;

    private Describing(ObjectNode schema) {
        this.schema = schema;
    }

    /** The JSON Schema of what a parser reads. */
    public static ObjectNode schemaOf(Function<Cursor, ?> parser) {
        ObjectNode schema = object();
        ask(parser, new Describing(schema));
        return schema;
    }

    @Override
    public Cursor field(String name, String meaning) {
        schema.withArray("required").add(name);
        return optional(name, meaning);
    }

    @Override
    public Cursor optional(String name, String meaning) {
        ObjectNode child = schema.withObjectProperty("properties").putObject(name);
        if (!meaning.isEmpty()) {
            child.put("description", meaning);
        }
        return new Describing(child);
    }

    @Override
    public boolean present() {
        return true;
    }

    @Override
    public <T> T value(Shape<T> shape) {
        schema.setAll(shape.schema().deepCopy());
        return shape.fallback();
    }

    @Override
    public <T> T record(String noun, Function<Cursor, T> parser) {
        schema.put("type", "object").put("additionalProperties", false);
        return parser.apply(this);
    }

    @Override
    public <T> List<T> list(Function<Cursor, T> parser) {
        schema.put("type", "array");
        ask(parser, new Describing(schema.putObject("items")));
        return List.of();
    }

    @Override
    public <T> List<T> entries(BiFunction<Cursor, Cursor, T> parser) {
        schema.put("type", "object");
        Describing key = new Describing(object());
        ask(value -> parser.apply(key, value), new Describing(schema.putObject("additionalProperties")));
        return List.of();
    }

    @Override
    public <T> T exactlyOne(String noun, Map<String, Alternative<T>> alternatives) {
        T last = null;
        for (Map.Entry<String, Alternative<T>> each : alternatives.entrySet()) {
            last = each.getValue()
                    .parser()
                    .apply(optional(each.getKey(), each.getValue().meaning()));
            schema.withArray("oneOf").addObject().putArray("required").add(each.getKey());
        }
        return last;
    }

    @Override
    public <T> T byForm(
            String expected, Function<Cursor, T> scalar, Function<Cursor, T> list, Function<Cursor, T> mapping) {
        T last = null;
        for (Function<Cursor, T> each : Arrays.asList(mapping, list, scalar)) {
            if (each != null) {
                last = each.apply(new Describing(schema.withArray("anyOf").addObject()));
            }
        }
        return last;
    }

    @Override
    public void reject(String problem) {
        // Nothing stands here that could be wrong.
    }

    @Override
    public int line() {
        return 0;
    }

    /** What the parser asks is all that counts, not what it makes of no answer. */
    @SuppressWarnings("ReturnValueIgnored")
    private static void ask(Function<Cursor, ?> parser, Describing cursor) {
        parser.apply(cursor);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
