package dsqlsim;

import static org.assertj.core.api.Assertions.assertThat;

import dsqlsim.architecture.Architecture;
import dsqlsim.kernel.EventListener;
import dsqlsim.report.ExpectationResult;
import dsqlsim.report.RunResult;
import dsqlsim.report.RunVerdict;
import dsqlsim.report.SafetyResult;
import dsqlsim.report.SafetyVerdict;
import dsqlsim.report.Verdict;
import dsqlsim.run.Architectures;
import dsqlsim.run.Experiment;
import dsqlsim.run.Options;
import dsqlsim.run.Trial;
import dsqlsim.run.Verification;
import dsqlsim.scenario.InvalidScenario;
import dsqlsim.scenario.Library;
import dsqlsim.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every bundled scenario, run twice: both runs agree on every event and every byte, all that it expects holds, and its
 * fingerprint is the known one. After a change that is meant to change what happens, {@code -Ddsqlsim.update=true} writes the
 * fingerprints anew.
 */
class ScenarioSuiteTest {
    private static final Path FINGERPRINTS = Path.of("src/test/resources/fingerprints.txt");
    private static final boolean UPDATE = Boolean.getBoolean("dsqlsim.update");

    @TestFactory
    Stream<DynamicTest> everyScenarioHolds() {
        return Library.NAMES.stream().map(name -> DynamicTest.dynamicTest(name, () -> holds(name)));
    }

    @Test
    void everyFileIsBundled() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(""))) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".yaml"))
                    .map(file -> file.replace(".yaml", ""))
                    .toList();
            assertThat(names).containsExactlyInAnyOrderElementsOf(Library.NAMES);
        }
    }

    @Test
    void everyFingerprintIsOfAScenario() throws IOException {
        assertThat(Library.NAMES).containsAll(fingerprints().keySet());
    }

    private static void holds(String name) throws InvalidScenario, IOException {
        Scenario scenario = Library.load("../scenarios/" + name + ".yaml", List.of());
        Verification verification =
                Verification.of(listener -> trial(scenario, listener), listener -> trial(scenario, listener));
        assertThat(verification.difference()).isEmpty();
        RunResult result = verification.trial().result();
        say(result);
        assertThat(result.verdict()).as(failures(result)).isEqualTo(RunVerdict.MET);
        fingerprint(name, result.run().fingerprint());
    }

    private static Trial trial(Scenario scenario, EventListener listener) {
        Architecture architecture =
                Architectures.find(scenario.topology().architecture()).orElseThrow();
        return Experiment.trial(scenario, architecture, scenario.seed(), Options.STANDARD.listening(listener));
    }

    private static void say(RunResult result) {
        System.out.printf(
                Locale.ROOT,
                "%-28s %-6s %s  %,11d events%n",
                result.scenario().name(),
                result.verdict().name().toLowerCase(Locale.ROOT),
                result.run().fingerprint(),
                result.run().events());
    }

    private static String failures(RunResult result) {
        Stream<String> expectations = result.expectations().stream()
                .filter(each -> each.verdict() != Verdict.MET)
                .map(ExpectationResult::toString);
        Stream<String> safety = result.safety().stream()
                .filter(each -> each.verdict() == SafetyVerdict.VIOLATED && !each.expected())
                .map(SafetyResult::toString);
        Stream<String> objectives = result.faults().stream()
                .filter(each -> each.objective() != null && each.objective().verdict() != Verdict.MET)
                .map(each -> each.id() + ": " + each.objective() + " " + each.rto());
        return Stream.of(expectations, safety, objectives)
                .flatMap(each -> each)
                .collect(Collectors.joining("\n", result.scenario().name() + "\n", "\n"));
    }

    private static void fingerprint(String name, String fingerprint) throws IOException {
        Map<String, String> known = fingerprints();
        if (UPDATE) {
            known.put(name, fingerprint);
            Files.writeString(
                    FINGERPRINTS,
                    known.entrySet().stream()
                            .map(each -> each.getKey() + " " + each.getValue() + "\n")
                            .collect(Collectors.joining()));
        } else {
            assertThat(fingerprint)
                    .as(
                            "%s happens otherwise than before; if that is meant, run this test with -Ddsqlsim.update=true",
                            name)
                    .isEqualTo(known.get(name));
        }
    }

    private static Map<String, String> fingerprints() throws IOException {
        Map<String, String> known = new TreeMap<>();
        for (String line : Files.exists(FINGERPRINTS) ? Files.readAllLines(FINGERPRINTS) : List.<String>of()) {
            known.put(line.split(" ")[0], line.split(" ")[1]);
        }
        return known;
    }
}
