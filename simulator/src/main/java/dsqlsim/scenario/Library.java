package dsqlsim.scenario;

import dsqlsim.yaml.Document;
import dsqlsim.yaml.Problem;
import dsqlsim.yaml.Suggestion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** The bundled scenarios, and where a scenario of any name comes from. */
public final class Library {
    /** The bundled scenarios, in the order of the reference. */
    public static final List<String> NAMES = List.of(
            "az-power-interruption",
            "az-application-slowdown",
            "cross-az-traffic-slowdown",
            "cross-region-connectivity",
            "region-isolation",
            "region-loss",
            "peer-link-cut",
            "witness-loss",
            "witness-then-region",
            "adjudicator-leader-crash",
            "adjudicator-leader-pause",
            "journal-replica-slow",
            "storage-replica-loss",
            "query-processor-crash",
            "connection-storm",
            "hot-key",
            "retry-storm",
            "clock-sync-loss",
            "clock-lie",
            "rolling-maintenance",
            "gray-zone",
            "staged-region-event",
            "aurora-zone-outage",
            "global-database-failover",
            "global-database-split-brain",
            "global-database-switchover",
            "write-forwarding",
            "contention-locks-better",
            "transfers-deadlock",
            "distance-optimism-better",
            "nightly-backup-loss",
            "lww-lost-updates",
            "lww-clock-skew",
            "region-outage-compared",
            "detection-time",
            "dns-failover",
            "cluster-life-cycle",
            "dr-recipe-set-up",
            "dr-recipe-as-written",
            "dr-recipe-mended",
            "cache-promotion",
            "global-database-alarm");

    private Library() {}

    /** A scenario's text, and the path by which results name it. */
    public record Text(String path, String content) {}

    /** Reads a file, or a bundled scenario by its name. */
    public static Scenario load(String argument, List<String> overrides) throws InvalidScenario {
        Text text = open(argument);
        return ScenarioReader.read(text.path(), text.content(), overrides);
    }

    /** The text of a file, or of a bundled scenario by its name. */
    public static Text open(String argument) throws InvalidScenario {
        if (isFile(argument)) {
            return new Text(argument, file(argument));
        }
        if (NAMES.contains(argument)) {
            return new Text("scenarios/" + argument + ".yaml", bundled(argument));
        }
        throw refusal(
                argument,
                "there is no such file, and no bundled scenario of that name" + Suggestion.of(argument, NAMES));
    }

    /** The text of a bundled scenario. */
    public static String bundled(String name) {
        try (InputStream resource = Library.class.getResourceAsStream("/dsqlsim/scenarios/" + name + ".yaml")) {
            if (resource == null) {
                throw new AssertionError("the bundled scenario " + name + " is missing");
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isFile(String argument) {
        try {
            return Files.exists(Path.of(argument)) && !Files.isDirectory(Path.of(argument));
        } catch (InvalidPathException e) {
            return false; // No file has such a name.
        }
    }

    private static String file(String path) throws InvalidScenario {
        byte[] bytes;
        try (InputStream stream = Files.newInputStream(Path.of(path))) {
            bytes = stream.readNBytes(Document.LENGTH_MAX + 1);
        } catch (IOException e) {
            throw refusal(path, "can't be read: " + e.getMessage());
        }
        if (bytes.length > Document.LENGTH_MAX) {
            throw refusal(path, "expected a file of at most 1 MiB");
        }
        return decode(path, bytes);
    }

    /** UTF-8, and nothing else. */
    private static String decode(String path, byte[] bytes) throws InvalidScenario {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(in, out, true);
        String text = out.flip().toString();
        if (result.isError()) {
            int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
            int column = text.length() - text.lastIndexOf('\n');
            throw new InvalidScenario(List.of(new Problem(path, line, column, "expected UTF-8")));
        }
        return text;
    }

    private static InvalidScenario refusal(String path, String problem) {
        return new InvalidScenario(List.of(new Problem(path, 0, 0, problem)));
    }
}
