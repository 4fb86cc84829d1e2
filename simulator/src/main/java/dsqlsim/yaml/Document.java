package dsqlsim.yaml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A YAML file as a tree, within limits that no honest scenario reaches, and every problem found in it so far. */
public final class Document {
    /** The most characters of a file. */
    public static final int LENGTH_MAX = 1 << 20;

    private static final int DEPTH_MAX = 32;
    private static final int NODES_MAX = 50_000;

    private final String file;
    private final List<Problem> problems;
    private final Optional<Node> root;
    private int nodes;

    private Document(String file, String text, List<Problem> problems) {
        this.file = file;
        this.problems = problems;
        this.root = compose(text).filter(this::isSound);
    }

    /** Reads a text. Whatever keeps it from being a tree is a problem like any other. */
    public static Document of(String file, String text, List<Problem> problems) {
        return new Document(file, text, problems);
    }

    /** Whether there is a tree at all. */
    public boolean isReadable() {
        return root.isPresent();
    }

    /** The tree, for changes before it is read. */
    Optional<Node> root() {
        return root;
    }

    /** Reads the whole document. To be called only when it is readable. */
    public <T> T read(Function<Cursor, T> parser) {
        return parser.apply(new Reading(file, "", root, problems));
    }

    private Optional<Node> compose(String text) {
        if (text.length() > LENGTH_MAX) {
            return refuse("expected a file of at most 1 MiB, not one of " + text.length() + " characters");
        }
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setAllowDuplicateKeys(true)
                .setMaxAliasesForCollections(NODES_MAX)
                .build();
        try {
            if (tooDeep(settings, text)) {
                return refuse("expected at most " + DEPTH_MAX + " levels of nesting");
            }
            Optional<Node> composed = new Compose(settings).composeString(text);
            return composed.isPresent() ? composed : refuse("expected a scenario, not an empty file");
        } catch (MarkedYamlEngineException e) {
            Optional<Mark> mark = e.getProblemMark().or(e::getContextMark);
            int line = mark.map(each -> each.getLine() + 1).orElse(0);
            int column = mark.map(each -> each.getColumn() + 1).orElse(0);
            problems.add(new Problem(file, line, column, "not YAML: " + e.getProblem()));
            return Optional.empty();
        } catch (YamlEngineException e) {
            return refuse("not YAML: " + e.getMessage().lines().findFirst().orElse(""));
        }
    }

    /** Composing recurses, so depth is measured before, on the stream of events. */
    private static boolean tooDeep(LoadSettings settings, String text) {
        int depth = 0;
        for (Event event : new Parse(settings).parseString(text)) {
            Event.ID id = event.getEventId();
            boolean opens = id == Event.ID.MappingStart || id == Event.ID.SequenceStart;
            boolean closes = id == Event.ID.MappingEnd || id == Event.ID.SequenceEnd;
            depth += opens ? 1 : closes ? -1 : 0;
            if (depth > DEPTH_MAX) {
                return true;
            }
        }
        return false;
    }

    private boolean isSound(Node node) {
        return walk(node, 0);
    }

    /** Finds duplicate keys, and anchors that repeat too much or contain themselves. */
    private boolean walk(Node node, int depth) {
        if (++nodes > NODES_MAX || depth > DEPTH_MAX) {
            int line = node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
            int column = node.getStartMark().map(mark -> mark.getColumn() + 1).orElse(0);
            problems.add(new Problem(file, line, column, "anchors expand to more than " + NODES_MAX + " values"));
            return false;
        }
        for (Node child : children(node)) {
            if (!walk(child, depth + 1)) {
                return false;
            }
        }
        return true;
    }

    private List<Node> children(Node node) {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        List<Node> values = new ArrayList<>();
        if (node instanceof MappingNode mapping) {
            Set<String> seen = new HashSet<>(); // Looked up, never iterated.
            for (NodeTuple entry : mapping.getValue()) {
                values.add(entry.getKeyNode());
                values.add(entry.getValueNode());
                if (!seen.add(Reading.key(entry))) {
                    new Reading(file, "", Optional.of(entry.getKeyNode()), problems)
                            .reject("'" + Reading.key(entry) + "' is given twice");
                }
            }
        }
        return values;
    }

    private Optional<Node> refuse(String problem) {
        problems.add(new Problem(file, 0, 0, problem));
        return Optional.empty();
    }
}
