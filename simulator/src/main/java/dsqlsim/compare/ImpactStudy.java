package dsqlsim.compare;

import dsqlsim.architecture.Architecture;
import dsqlsim.ledger.Assumption;
import dsqlsim.ledger.Ledger;
import dsqlsim.report.AssumptionUse;
import dsqlsim.report.Impact;
import dsqlsim.report.Impact.Bar;
import dsqlsim.report.Impact.End;
import dsqlsim.report.RunResult;
import dsqlsim.run.Architectures;
import dsqlsim.run.Experiment;
import dsqlsim.run.Options;
import dsqlsim.run.Parallel;
import dsqlsim.run.Repetition;
import dsqlsim.run.Reproduction;
import dsqlsim.run.Trial;
import dsqlsim.run.Version;
import dsqlsim.scenario.InvalidScenario;
import dsqlsim.scenario.Scenario;
import dsqlsim.scenario.ScenarioReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleConsumer;

/**
 * Which assumptions an answer hinges on. Every entry of the ledger that a run asks for is set to the ends of its plausible range, one
 * at a time; all runs have the same draws, so what changes is due to the entry alone.
 */
public final class ImpactStudy {
    private static final String RTO = "rto";

    /** What is ranked unless something else is asked for. */
    public static final List<String> USUAL = List.of(RTO, "rpo", "abort-rate");

    private final Scenario base;
    private final long seed;
    private final int repeat;
    private final List<String> metrics;
    private final Options options;

    public ImpactStudy(Scenario base, long seed, int repeat, List<String> metrics, Options options) {
        this.base = base;
        this.seed = seed;
        this.repeat = repeat;
        this.metrics = List.copyOf(metrics);
        this.options = options;
    }

    /** An entry at one end of its range. */
    private record Setting(AssumptionUse use, String text, boolean high, Scenario scenario) {}

    /** Runs the base and both ends of all entries whose id begins so, on so many threads. */
    public Impact run(String prefix, int threads, DoubleConsumer progress) throws InterruptedException {
        List<Repetition.Kept> first = Parallel.map(repeat, threads, r -> Repetition.Kept.of(r, trial(base, r)), null);
        RunResult result = first.get(0).first().result();
        List<Impact.Refused> refused = new ArrayList<>();
        List<Setting> settings = settings(result, prefix, refused);
        List<Map<String, Double>> values = Parallel.map(
                settings.size() * repeat,
                threads,
                i -> trial(settings.get(i / repeat).scenario(), i % repeat).scalars(),
                progress);
        List<Map<String, Double>> ends = new ArrayList<>();
        for (int i = 0; i < settings.size(); i++) {
            ends.add(means(values.subList(i * repeat, (i + 1) * repeat)));
        }
        Map<String, Double> standard =
                means(first.stream().map(Repetition.Kept::scalars).toList());
        return new Impact(
                Impact.FORMAT,
                result.scenario(),
                result.run().architecture(),
                seed,
                Version.NUMBER,
                repeat,
                (1 + settings.size()) * repeat,
                known(standard),
                metrics.stream()
                        .map(each -> tornado(each, standard.get(each), settings, ends))
                        .toList(),
                refused,
                Reproduction.of("assumptions --impact", base, seed));
    }

    // ---- what is run

    private List<Setting> settings(RunResult result, String prefix, List<Impact.Refused> refused) {
        List<Setting> settings = new ArrayList<>();
        for (AssumptionUse use : result.assumptions()) {
            Assumption entry = Ledger.find(use.id()).orElseThrow();
            boolean changesRuns = !entry.id().startsWith("cost.") && base.follows(entry.id());
            if (changesRuns && entry.id().startsWith(prefix) && !entry.low().isEmpty()) {
                add(settings, use, entry.low(), false, refused);
                add(settings, use, entry.high(), true, refused);
            }
        }
        return settings;
    }

    private void add(
            List<Setting> settings, AssumptionUse use, String text, boolean high, List<Impact.Refused> refused) {
        Scenario.Source source = base.source();
        List<String> overrides = new ArrayList<>(source.overrides());
        overrides.add(use.id() + "=" + text);
        try {
            settings.add(new Setting(use, text, high, ScenarioReader.read(source.path(), source.text(), overrides)));
        } catch (InvalidScenario e) {
            refused.add(new Impact.Refused(use.id(), text, e.problems().get(0).message()));
        }
    }

    private Trial trial(Scenario scenario, int replication) {
        Architecture architecture =
                Architectures.find(scenario.topology().architecture()).orElseThrow();
        return Experiment.trial(scenario, architecture, Experiment.seedOf(seed, replication), options);
    }

    // ---- what is told

    /** Of the metrics that are ranked; null where a replication has no value, such as no recovery. */
    private Map<String, Double> means(List<Map<String, Double>> runs) {
        Map<String, Double> means = new LinkedHashMap<>();
        for (String metric : metrics) {
            List<Double> values = new ArrayList<>();
            runs.forEach(each -> values.add(metric.equals(RTO) ? recovery(each) : each.get(metric)));
            boolean all = values.stream().allMatch(Objects::nonNull);
            means.put(
                    metric,
                    all
                            ? (Double) values.stream()
                                    .mapToDouble(Double::doubleValue)
                                    .average()
                                    .orElseThrow()
                            : null);
        }
        return means;
    }

    /** The worst over reads and writes; new connections are too rare in some designs to tell. */
    private static Double recovery(Map<String, Double> scalars) {
        List<Double> all = new ArrayList<>();
        scalars.forEach((name, value) -> {
            if (name.startsWith(RTO + "(") && !name.endsWith(" connect)")) {
                all.add(value);
            }
        });
        boolean known = !all.isEmpty() && all.stream().allMatch(Objects::nonNull);
        return known ? Collections.max(all) : null;
    }

    private static Map<String, Double> known(Map<String, Double> values) {
        Map<String, Double> known = new LinkedHashMap<>(values);
        known.values().removeIf(Objects::isNull);
        return known;
    }

    private static Impact.Tornado tornado(
            String metric, Double standard, List<Setting> settings, List<Map<String, Double>> ends) {
        Map<String, List<Integer>> byId = new LinkedHashMap<>();
        for (int i = 0; i < settings.size(); i++) {
            byId.computeIfAbsent(settings.get(i).use().id(), none -> new ArrayList<>())
                    .add(i);
        }
        List<Bar> bars = new ArrayList<>();
        for (List<Integer> both : byId.values()) {
            AssumptionUse use = settings.get(both.get(0)).use();
            End low = new End(use.value(), standard); // Of an end that was refused: where the scenario is.
            End high = low;
            for (int i : both) {
                End end = new End(settings.get(i).text(), ends.get(i).get(metric));
                low = settings.get(i).high() ? low : end;
                high = settings.get(i).high() ? end : high;
            }
            bars.add(new Bar(use.id(), use.value(), use.confidence(), low, high, swing(standard, low, high)));
        }
        bars.sort(Comparator.comparing(
                (Bar each) -> each.swing() == null ? Double.POSITIVE_INFINITY : each.swing(),
                Comparator.reverseOrder())); // Stable: the ledger's order among equals.
        return new Impact.Tornado(metric, Units.of(metric), bars);
    }

    /** How far apart they lie; null when one has no value, 0 when none has. */
    private static Double swing(Double standard, End low, End high) {
        if (standard == null && low.value() == null && high.value() == null) {
            return 0.0;
        }
        if (standard == null || low.value() == null || high.value() == null) {
            return null;
        }
        double least = Math.min(standard, Math.min(low.value(), high.value()));
        double most = Math.max(standard, Math.max(low.value(), high.value()));
        return most - least;
    }
}
