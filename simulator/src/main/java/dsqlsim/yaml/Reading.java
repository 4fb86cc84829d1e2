package dsqlsim.yaml;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A cursor that reads a file. */
final class Reading extends Cursor {
    private final String file;
    private final String name;
    private final Optional<Node> node;
    private final List<Problem> problems;
    private final Set<String> asked = new LinkedHashSet<>();
    private String unknownNoun = "field";
    /** What to say about an alternative that is missing, unless an unknown field says more. */
    private String missing = "";

    Reading(String file, String name, Optional<Node> node, List<Problem> problems) {
        this.file = file;
        this.name = name;
        this.node = node;
        this.problems = problems;
    }

    @Override
    public Cursor field(String field, String meaning) {
        Reading found = find(field);
        if (!found.present()) {
            reject("'" + field + "' is missing");
        }
        return found;
    }

    @Override
    public Cursor optional(String field, String meaning) {
        return find(field);
    }

    @Override
    public boolean present() {
        return node.isPresent();
    }

    @Override
    public <T> T value(Shape<T> shape) {
        if (node.isEmpty()) {
            return shape.fallback();
        }
        if (!(node.get() instanceof ScalarNode scalar)) {
            reject("expected " + shape.expected() + ", not a " + form(node.get()));
            return shape.fallback();
        }
        try {
            Optional<T> value = shape.read().apply(scalar.getValue());
            if (value.isEmpty()) {
                reject(shape.problem(scalar.getValue()));
            }
            return value.orElse(shape.fallback());
        } catch (IllegalArgumentException e) {
            reject(e.getMessage());
            return shape.fallback();
        }
    }

    @Override
    public <T> T record(String noun, Function<Cursor, T> parser) {
        if (node.isPresent() && !(node.get() instanceof MappingNode)) {
            reject("expected fields with values, not a " + form(node.get()));
            return parser.apply(nothing(name));
        }
        unknownNoun = noun;
        T value = parser.apply(this);
        List<NodeTuple> unknown =
                entries().stream().filter(entry -> !asked.contains(key(entry))).toList();
        for (NodeTuple entry : unknown) {
            String key = key(entry);
            at("", entry.getKeyNode()).reject("unknown " + unknownNoun + " '" + key + "'" + Suggestion.of(key, asked));
        }
        if (unknown.isEmpty() && !missing.isEmpty()) {
            reject(missing);
        }
        return value;
    }

    @Override
    public <T> List<T> list(Function<Cursor, T> parser) {
        if (node.isPresent() && !(node.get() instanceof SequenceNode)) {
            reject("expected a list, not a " + form(node.get()));
        }
        List<T> elements = new ArrayList<>();
        if (node.isPresent() && node.get() instanceof SequenceNode sequence) {
            sequence.getValue().forEach(element -> elements.add(parser.apply(at(name, element))));
        }
        return elements;
    }

    @Override
    public <T> List<T> entries(BiFunction<Cursor, Cursor, T> parser) {
        if (node.isPresent() && !(node.get() instanceof MappingNode)) {
            reject("expected names with values, not a " + form(node.get()));
        }
        List<T> values = new ArrayList<>();
        for (NodeTuple entry : entries()) {
            values.add(parser.apply(at(name, entry.getKeyNode()), at(key(entry), entry.getValueNode())));
        }
        return values;
    }

    @Override
    public <T> T exactlyOne(String noun, Map<String, Alternative<T>> alternatives) {
        List<String> given = new ArrayList<>();
        for (String each : alternatives.keySet()) {
            if (find(each).present()) {
                given.add(each);
            }
        }
        if (given.isEmpty()) {
            unknownNoun = noun;
            missing = "expected one " + noun + ": " + String.join(", ", alternatives.keySet());
            Map.Entry<String, Alternative<T>> first =
                    alternatives.entrySet().iterator().next();
            return first.getValue().parser().apply(nothing(first.getKey()));
        }
        if (given.size() > 1) {
            find(given.get(1))
                    .reject("expected one " + noun + ", not both '" + given.get(0) + "' and '" + given.get(1) + "'");
        }
        return alternatives.get(given.get(0)).parser().apply(find(given.get(0)));
    }

    @Override
    public <T> T byForm(
            String expected, Function<Cursor, T> scalar, Function<Cursor, T> list, Function<Cursor, T> mapping) {
        Function<Cursor, T> parser = node.isEmpty()
                ? null
                : node.get() instanceof ScalarNode ? scalar : node.get() instanceof SequenceNode ? list : mapping;
        if (parser != null) {
            return parser.apply(this);
        }
        node.ifPresent(each -> reject("expected " + expected + ", not a " + form(each)));
        Function<Cursor, T> any = scalar != null ? scalar : mapping != null ? mapping : list;
        return any.apply(nothing(name));
    }

    @Override
    public void reject(String problem) {
        String subject = name.isEmpty() ? "" : name + ": ";
        Optional<Mark> mark = node.flatMap(Node::getStartMark);
        boolean elsewhere = mark.isPresent() && !mark.get().getName().equals(file);
        if (elsewhere) {
            problems.add(new Problem(mark.get().getName(), 0, 0, subject + problem));
        } else {
            int column = mark.map(each -> each.getColumn() + 1).orElse(0);
            problems.add(new Problem(file, line(), column, subject + problem));
        }
    }

    @Override
    public int line() {
        return node.flatMap(Node::getStartMark).map(mark -> mark.getLine() + 1).orElse(0);
    }

    private Reading find(String field) {
        asked.add(field);
        for (NodeTuple entry : entries()) {
            if (key(entry).equals(field)) {
                return at(field, entry.getValueNode());
            }
        }
        return nothing(field);
    }

    private Reading at(String child, Node childNode) {
        return new Reading(file, child, Optional.of(childNode), problems);
    }

    /** Where the file has nothing. One problem about it is enough, so that others are not noted. */
    private Reading nothing(String child) {
        return new Reading(file, child, Optional.empty(), new ArrayList<>());
    }

    private List<NodeTuple> entries() {
        return node.isPresent() && node.get() instanceof MappingNode mapping ? mapping.getValue() : List.of();
    }

    static String key(NodeTuple entry) {
        return entry.getKeyNode() instanceof ScalarNode key ? key.getValue() : "?";
    }

    private static String form(Node node) {
        return node instanceof ScalarNode ? "single value" : node instanceof SequenceNode ? "list" : "mapping";
    }
}
