package dsqlsim.explore;

import dsqlsim.scenario.ScenarioReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/**
 * A scenario that is still being written: maps, lists and words, in the order of the file. What is drawn, and what shrinking
 * takes away, is always text of the ordinary language; nothing runs that a user could not have written.
 */
final class Draft {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9_./%+-]*( [A-Za-z0-9_./%+-]+)*");

    private static final LoadSettings PLAIN_SETTINGS =
            LoadSettings.builder().setSchema(new FailsafeSchema()).build();

    private final Map<String, Object> top;

    Draft() {
        this(new LinkedHashMap<>());
    }

    private Draft(Map<String, Object> top) {
        this.top = top;
    }

    /** The draft of a scenario's text, which must be a right one. */
    static Draft of(String text) {
        return new Draft(map(copy(new Load(PLAIN_SETTINGS).loadFromString(text))));
    }

    /** Sets what {@code --set path=value} sets, in a draft of which is known that it can be set. */
    void set(String override) {
        int equals = override.indexOf('=');
        List<String> path = ScenarioReader.path(override.substring(0, equals).strip());
        Object at = top;
        for (String name : path.subList(0, path.size() - 1)) {
            at = at instanceof List<?> list
                    ? list.get(indexOf(list, name))
                    : map(at).computeIfAbsent(name, each -> new LinkedHashMap<String, Object>());
        }
        String last = path.get(path.size() - 1);
        Object value = copy(new Load(PLAIN_SETTINGS).loadFromString(override.substring(equals + 1)));
        if (at instanceof List<?> list) {
            replace(list, indexOf(list, last), value);
        } else {
            map(at).put(last, value);
        }
    }

    @SuppressWarnings("unchecked")
    private static void replace(List<?> list, int index, Object value) {
        ((List<Object>) list).set(index, value);
    }

    /** An element is found by its name, its id or its number. */
    private static int indexOf(List<?> list, String name) {
        for (int i = 0; i < list.size(); i++) {
            boolean named = list.get(i) instanceof Map<?, ?> element
                    ? name.equals(element.get("name")) || name.equals(element.get("id"))
                    : name.equals(list.get(i));
            if (named) {
                return i;
            }
        }
        return Integer.parseInt(name);
    }

    Draft copy() {
        return new Draft(map(copy(top)));
    }

    Draft put(String key, Object value) {
        top.put(key, value);
        return this;
    }

    void remove(String key) {
        top.remove(key);
    }

    /** The word at a top-level key, or null. */
    String word(String key) {
        return (String) top.get(key);
    }

    /** The block of a key, made if it is missing. */
    Map<String, Object> block(String key) {
        return map(top.computeIfAbsent(key, each -> new LinkedHashMap<String, Object>()));
    }

    /** The list of a key, made if it is missing. */
    List<Map<String, Object>> list(String key) {
        return maps(top.computeIfAbsent(key, each -> new ArrayList<Map<String, Object>>()));
    }

    boolean has(String key) {
        return top.containsKey(key);
    }

    /** A map of the words and values given in turn; a null value leaves its key out. */
    static Map<String, Object> entries(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            if (keysAndValues[i + 1] != null) {
                map.put((String) keysAndValues[i], keysAndValues[i + 1]);
            }
        }
        return map;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> maps(Object value) {
        return (List<Map<String, Object>>) value;
    }

    private static Object copy(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((key, each) -> copy.put((String) key, copy(each)));
            return copy;
        }
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            list.forEach(each -> copy.add(copy(each)));
            return copy;
        }
        return value;
    }

    // ---- text

    /** The scenario's text. */
    String text() {
        StringBuilder out = new StringBuilder();
        top.forEach((key, value) -> {
            if (value instanceof Map<?, ?> map && !map.isEmpty()) {
                out.append(key).append(":\n");
                map.forEach((inner, each) -> out.append("  ")
                        .append(quoted((String) inner))
                        .append(": ")
                        .append(flow(each))
                        .append('\n'));
            } else if (value instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Map<?, ?>) {
                out.append(key).append(":\n");
                list.forEach(each -> element(out, map(each)));
            } else if (!(value instanceof Map<?, ?>) && !(value instanceof List<?> list && list.isEmpty())) {
                out.append(key).append(": ").append(flow(value)).append('\n');
            }
        });
        return out.toString();
    }

    /** An element on one line if that is short and no schedule; else a line for each of its fields. */
    private static void element(StringBuilder out, Map<String, Object> element) {
        String line = flow(element);
        if (line.length() <= 110 && !element.containsKey("schedule")) {
            out.append("  - ").append(line).append('\n');
            return;
        }
        String lead = "  - ";
        for (Map.Entry<String, Object> each : element.entrySet()) {
            out.append(lead).append(each.getKey()).append(":");
            if (each.getValue() instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Map<?, ?>) {
                list.forEach(inner -> out.append("\n      - ").append(flow(inner)));
            } else {
                out.append(' ').append(flow(each.getValue()));
            }
            out.append('\n');
            lead = "    ";
        }
    }

    private static String flow(Object value) {
        if (value instanceof Map<?, ?> map) {
            List<String> parts = new ArrayList<>();
            map.forEach((key, each) -> parts.add(quoted((String) key) + ": " + flow(each)));
            return "{" + String.join(", ", parts) + "}";
        }
        if (value instanceof List<?> list) {
            return "[" + String.join(", ", list.stream().map(Draft::flow).toList()) + "]";
        }
        return quoted(String.valueOf(value));
    }

    private static String quoted(String text) {
        boolean plain = PLAIN.matcher(text).matches() && !text.startsWith("- ");
        return plain ? text : "'" + text.replace("'", "''") + "'";
    }
}
