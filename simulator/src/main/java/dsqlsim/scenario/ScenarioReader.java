package dsqlsim.scenario;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dsqlsim.ledger.Ledger;
import dsqlsim.yaml.Describing;
import dsqlsim.yaml.Document;
import dsqlsim.yaml.Overrides;
import dsqlsim.yaml.Problem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** From text to a {@link Scenario}, or to everything that is wrong with it. */
public final class ScenarioReader {
    private static final List<String> WHOLE_KEYS = List.of("settings", "network", "sweep");

    /** Ledger entries that 'network' may state, too. */
    private static final List<String> NETWORK_IDS = List.of("network.local", "network.zone");

    private final String path;
    private final String text;
    private final List<String> overrides;
    private final boolean trials;

    private ScenarioReader(String path, String text, List<String> overrides, boolean trials) {
        this.path = path;
        this.text = text;
        this.overrides = overrides;
        this.trials = trials;
    }

    /**
     * Reads a scenario.
     *
     * @param path what problems name as the file
     * @param overrides {@code path=value} each, applied in order before anything is read
     */
    public static Scenario read(String path, String text, List<String> overrides) throws InvalidScenario {
        List<Problem> problems = new ArrayList<>();
        Optional<Scenario> scenario = new ScenarioReader(path, text, overrides, true).read(problems);
        if (!problems.isEmpty()) {
            throw new InvalidScenario(List.copyOf(new TreeSet<>(problems)));
        }
        return scenario.orElseThrow();
    }

    /** The JSON Schema of scenario files, from the same declarations that read them. */
    public static ObjectNode schema() {
        Scenario.Source none = new Scenario.Source("", "", "", List.of());
        SweepParser sweeps = new SweepParser((path, value) -> Optional.empty());
        ObjectNode schema = Describing.schemaOf(new ScenarioParser("scenario", none, sweeps)::parse);
        ObjectNode whole = schema.objectNode();
        whole.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        whole.put("title", "dsqlsim scenario, format " + ScenarioParser.FORMAT);
        whole.setAll(schema);
        return whole;
    }

    private Optional<Scenario> read(List<Problem> problems) {
        Document document = Document.of(path, text, problems);
        if (!document.isReadable()) {
            return Optional.empty();
        }
        overrides.forEach(each -> override(document, each, problems));
        ScenarioParser parser = new ScenarioParser(
                usualName(), new Scenario.Source(path, text, sha256(), overrides), new SweepParser(this::trial));
        return Optional.of(document.read(parser::parse));
    }

    private static void override(Document document, String override, List<Problem> problems) {
        String label = "--set " + override;
        int equals = override.indexOf('=');
        if (equals <= 0 || equals == override.length() - 1) {
            problems.add(new Problem(label, 0, 0, "expected path=value such as seed=7"));
            return;
        }
        String given = override.substring(0, equals).strip();
        List<String> path = path(given);
        String value = override.substring(equals + 1);
        Overrides overrides = new Overrides(document, label, problems);
        overrides.set(path, value);
        String id = path.get(path.size() - 1);
        if (path.get(0).equals("settings") && NETWORK_IDS.contains(id)) {
            // What a file says under 'network' goes before its settings, but nothing goes before an override.
            overrides.replace(List.of("network", id.substring(id.indexOf('.') + 1)), value);
        }
    }

    /** The names on the way to what {@code --set} names: a ledger id is a key of the settings; elsewhere dots separate them. */
    public static List<String> path(String given) {
        if (Ledger.find(given).isPresent()) {
            return List.of("settings", given);
        }
        int dot = given.indexOf('.');
        if (dot > 0 && WHOLE_KEYS.contains(given.substring(0, dot))) {
            return List.of(given.substring(0, dot), given.substring(dot + 1));
        }
        return List.of(given.split("\\.", -1));
    }

    /** Whether a sweep could set a value. A trial does not look at the sweep again. */
    private Optional<String> trial(String where, String value) {
        if (!trials) {
            return Optional.empty();
        }
        List<String> all = new ArrayList<>(overrides);
        all.add(where + "=" + value);
        List<Problem> without = new ArrayList<>();
        List<Problem> with = new ArrayList<>();
        new ScenarioReader(path, text, overrides, false).read(without);
        new ScenarioReader(path, text, all, false).read(with);
        with.removeAll(without);
        return with.stream().findFirst().map(Problem::message);
    }

    private String usualName() {
        String file = path.substring(path.replace('\\', '/').lastIndexOf('/') + 1);
        String stem = file.replaceFirst("\\.ya?ml$", "").replaceAll("[^A-Za-z0-9._-]", "-");
        return stem.isEmpty() ? "scenario" : stem;
    }

    private String sha256() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
