package dsqlsim.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Replaces values of a document before it is read. */
public final class Overrides {
    private static final int DEEPEST = 50;

    private final Document document;
    private final String label;
    private final List<Problem> problems;

    /** Overrides whose problems are reported under a label, such as {@code --set seed=x}. */
    public Overrides(Document document, String label, List<Problem> problems) {
        this.document = document;
        this.label = label;
        this.problems = problems;
    }

    /** Sets the value at a path of names; an element of a list is found by its {@code name}, its {@code id} or its number. */
    public void set(List<String> path, String value) {
        if (path.isEmpty() || path.size() > DEEPEST) {
            problems.add(new Problem(label, 0, 0, "expected the path of a value, of at most " + DEEPEST + " names"));
            return;
        }
        Optional<Node> replacement = Document.of(label, value, problems).root();
        Optional<Node> root = document.root();
        if (replacement.isPresent() && root.isPresent()) {
            set(root.get(), path, replacement.get());
        }
    }

    /** Sets the value at a path of names of mappings, if there is one already. */
    public void replace(List<String> path, String value) {
        if (document.root().isPresent() && present(document.root().get(), path)) {
            set(path, value);
        }
    }

    private static boolean present(Node node, List<String> path) {
        if (path.isEmpty()) {
            return true;
        }
        if (node instanceof MappingNode mapping) {
            for (NodeTuple entry : mapping.getValue()) {
                if (Reading.key(entry).equals(path.get(0))) {
                    return present(entry.getValueNode(), path.subList(1, path.size()));
                }
            }
        }
        return false;
    }

    private void set(Node node, List<String> path, Node value) {
        if (node instanceof MappingNode mapping) {
            setIn(mapping, path, value);
        } else if (node instanceof SequenceNode sequence) {
            int index = indexOf(sequence, path.get(0));
            if (index < 0) {
                problems.add(new Problem(
                        label,
                        0,
                        0,
                        "there is no '" + path.get(0) + "'" + Suggestion.of(path.get(0), names(sequence))));
            } else if (path.size() == 1) {
                sequence.getValue().set(index, value);
            } else {
                set(sequence.getValue().get(index), path.subList(1, path.size()), value);
            }
        } else {
            problems.add(new Problem(label, 0, 0, "there is nothing that could have a '" + path.get(0) + "'"));
        }
    }

    private void setIn(MappingNode mapping, List<String> path, Node value) {
        List<NodeTuple> entries = new ArrayList<>(mapping.getValue());
        int index = 0;
        while (index < entries.size() && !Reading.key(entries.get(index)).equals(path.get(0))) {
            index++;
        }
        if (path.size() > 1) {
            if (index == entries.size()) {
                entries.add(new NodeTuple(scalar(path.get(0), value), emptyMapping(value)));
            }
            set(entries.get(index).getValueNode(), path.subList(1, path.size()), value);
        } else {
            NodeTuple entry = new NodeTuple(scalar(path.get(0), value), value);
            if (index == entries.size()) {
                entries.add(entry);
            } else {
                entries.set(index, entry);
            }
        }
        mapping.setValue(entries);
    }

    private static Node scalar(String text, Node at) {
        return new ScalarNode(Tag.STR, true, text, ScalarStyle.PLAIN, at.getStartMark(), at.getEndMark());
    }

    private static Node emptyMapping(Node at) {
        return new MappingNode(Tag.MAP, true, new ArrayList<>(), FlowStyle.BLOCK, at.getStartMark(), at.getEndMark());
    }

    private static int indexOf(SequenceNode sequence, String name) {
        int byName = names(sequence).indexOf(name);
        boolean number = name.matches("[0-9]{1,6}")
                && Integer.parseInt(name) < sequence.getValue().size();
        return byName >= 0 || !number ? byName : Integer.parseInt(name);
    }

    private static List<String> names(SequenceNode sequence) {
        return sequence.getValue().stream().map(Overrides::name).toList();
    }

    private static String name(Node element) {
        if (element instanceof MappingNode mapping) {
            for (NodeTuple entry : mapping.getValue()) {
                boolean names =
                        Reading.key(entry).equals("name") || Reading.key(entry).equals("id");
                if (names && entry.getValueNode() instanceof ScalarNode scalar) {
                    return scalar.getValue();
                }
            }
        }
        return element instanceof ScalarNode scalar ? scalar.getValue() : "";
    }
}
