package dsqlsim.validate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dsqlsim.report.Replications;
import dsqlsim.report.ResultJson;
import dsqlsim.report.RunResult;
import dsqlsim.report.Scalar;
import dsqlsim.run.Architectures;
import dsqlsim.run.Experiment;
import dsqlsim.run.Options;
import dsqlsim.run.Repetition;
import dsqlsim.scenario.InvalidScenario;
import dsqlsim.scenario.Library;
import dsqlsim.scenario.Scenario;
import dsqlsim.scenario.ScenarioReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs cases, small or at full size, and compares what comes out with what has to. */
public final class Campaign {
    private static final JsonMapper JSON = new JsonMapper();

    private final boolean full;
    private final long seed;
    private final int threads;

    /** {@code threads} are for the replications of one case; they never show in a result. */
    public Campaign(boolean full, long seed, int threads) {
        this.full = full;
        this.seed = seed;
        this.threads = threads;
    }

    /** Runs one case. */
    public Outcome run(Case of) throws InterruptedException {
        double shrink = full ? 1 : of.small().shrink();
        Map<String, JsonNode> results = of.bench() == null ? scenarios(of) : Map.of("", bench(of, shrink));
        List<Outcome.Found> found = new ArrayList<>();
        for (Measure each : of.measures()) {
            Double value = value(each, results, of.bench() == null);
            found.add(new Outcome.Found(each, value, value != null && each.holds(value, shrink)));
        }
        return new Outcome(of, shrink, found);
    }

    private JsonNode bench(Case of, double shrink) {
        int n = (int) Math.max(1, of.n() / shrink);
        return JSON.valueToTree(Benches.find(of.bench()).measure(new Parameters(of.with()), seed, n));
    }

    private Map<String, JsonNode> scenarios(Case of) throws InterruptedException {
        Map<String, JsonNode> results = new LinkedHashMap<>();
        for (Map.Entry<String, List<String>> run : of.runs().entrySet()) {
            List<String> set = new ArrayList<>(run.getValue());
            set.addAll(full ? List.of() : of.small().set());
            results.put(run.getKey(), tree(measured(result(of.scenario(), set), of)));
        }
        return results;
    }

    /** The result file of a laboratory scenario with some values set. */
    JsonNode scenario(String name, List<String> set) throws InterruptedException {
        return tree(result(name, set));
    }

    private RunResult result(String name, List<String> set) throws InterruptedException {
        Scenario scenario = read(name, set);
        var architecture =
                Architectures.find(scenario.topology().architecture()).orElseThrow();
        Repetition repetition = new Repetition(
                scenario.repeat(),
                r -> Experiment.trial(scenario, architecture, Experiment.seedOf(seed, r), Options.STANDARD),
                null);
        return repetition.run(threads);
    }

    private static Scenario read(String file, List<String> set) {
        String name = "laboratory/" + file;
        try {
            return ScenarioReader.read("scenarios/" + name + ".yaml", Library.bundled(name), set);
        } catch (InvalidScenario e) {
            throw new IllegalStateException(name + ": " + e.problems(), e);
        }
    }

    /** Without the distributions that nothing is read from: of a hundred thousand replications they take a gigabyte. */
    private static RunResult measured(RunResult result, Case of) {
        List<Scalar> scalars = result.replications().scalars().stream()
                .filter(each -> of.measures().stream().anyMatch(measure -> measure.names(each.name())))
                .toList();
        Replications kept = new Replications(result.replications().count(), scalars);
        return result.with(result.run(), result.verdict(), kept, result.warnings());
    }

    private static JsonNode tree(RunResult result) {
        try {
            return JSON.readTree(ResultJson.write(result));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Double value(Measure measure, Map<String, JsonNode> results, boolean seconds) {
        JsonNode node = Path.find(results.get(measure.run()), measure.at());
        if (measure.above() != null) {
            return shareAbove(node, measure.above());
        }
        if (!node.isNumber()) {
            return null;
        }
        double scale = seconds && measure.unit().equals("ms") ? 1000 : 1;
        return scale * node.asDouble() / divisor(measure, results) - measure.minus();
    }

    private static double divisor(Measure measure, Map<String, JsonNode> results) {
        if (measure.over() == null && measure.overRun() == null) {
            return 1;
        }
        String run = measure.overRun() == null ? measure.run() : measure.overRun();
        String at = measure.over() == null ? measure.at() : measure.over();
        return Path.find(results.get(run), at).asDouble();
    }

    /** Of a list; what never came counts as above. */
    private static double shareAbove(JsonNode list, double limit) {
        int above = 0;
        for (JsonNode each : list) {
            above += each.isNull() || each.asDouble() > limit ? 1 : 0;
        }
        return (double) above / list.size();
    }
}
