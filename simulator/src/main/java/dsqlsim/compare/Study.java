package dsqlsim.compare;

import dsqlsim.architecture.Architecture;
import dsqlsim.measure.ReplicationScalars;
import dsqlsim.report.RunVerdict;
import dsqlsim.report.Scalar;
import dsqlsim.report.ScenarioSource;
import dsqlsim.report.SweepResult;
import dsqlsim.run.Architectures;
import dsqlsim.run.Experiment;
import dsqlsim.run.Options;
import dsqlsim.run.Parallel;
import dsqlsim.run.Repetition;
import dsqlsim.run.Reproduction;
import dsqlsim.run.Version;
import dsqlsim.scenario.InvalidScenario;
import dsqlsim.scenario.Scenario;
import dsqlsim.scenario.ScenarioReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleConsumer;

/** A scenario at every combination of some values, each with its replications: replication r has the same draws at every point. */
public final class Study {
    private final Scenario base;
    private final Map<String, List<String>> vary;
    private final int repeat;
    private final long seed;
    private final Options options;
    private final List<Map<String, String>> values;
    private final List<Scenario> points;

    private Study(Scenario base, Map<String, List<String>> vary, int repeat, long seed, Options options)
            throws InvalidScenario {
        this.base = base;
        this.vary = new LinkedHashMap<>(vary);
        this.repeat = repeat;
        this.seed = seed;
        this.options = options;
        values = combinations();
        points = new ArrayList<>();
        for (Map<String, String> each : values) {
            points.add(at(each));
        }
    }

    /** A study of the scenario that {@code base} is; every point of it is sound, or this throws. */
    public static Study of(Scenario base, Map<String, List<String>> vary, int repeat, long seed, Options options)
            throws InvalidScenario {
        return new Study(base, vary, repeat, seed, options);
    }

    /** How many runs it takes. */
    public int runs() {
        return points.size() * repeat;
    }

    /** What distinguishes it from other studies. */
    public String identity() {
        return String.join(
                " ",
                base.source().sha256(),
                base.source().overrides().toString(),
                vary.toString(),
                "repeat " + repeat,
                "seed " + seed,
                "version " + Version.NUMBER);
    }

    /** The scenarios of all points, in order. */
    public List<Scenario> points() {
        return List.copyOf(points);
    }

    private List<Map<String, String>> combinations() {
        List<Map<String, String>> all = List.of(Map.of());
        for (Map.Entry<String, List<String>> each : vary.entrySet()) {
            List<Map<String, String>> more = new ArrayList<>();
            for (Map<String, String> before : all) {
                for (String value : each.getValue()) {
                    Map<String, String> one = new LinkedHashMap<>(before);
                    one.put(each.getKey(), value);
                    more.add(one);
                }
            }
            all = more;
        }
        return all;
    }

    private Scenario at(Map<String, String> point) throws InvalidScenario {
        Scenario.Source source = base.source();
        List<String> overrides = new ArrayList<>(source.overrides());
        point.forEach((path, value) -> overrides.add(path + "=" + value));
        return ScenarioReader.read(source.path(), source.text(), overrides);
    }

    /** A run of a study. */
    public record Done(int point, int replication, RunVerdict verdict, Map<String, Double> scalars) {}

    /** Keeps runs that are done, so that an interrupted study can go on. */
    public interface Memory {
        /** What was done before, by number of the run. */
        Map<Integer, Done> before();

        /** Another is done; several threads tell. */
        void keep(int run, Done done);
    }

    /** Runs what is not remembered, on so many threads. */
    public SweepResult run(int threads, Memory memory, DoubleConsumer progress) throws InterruptedException {
        Map<Integer, Done> all = new TreeMap<>(memory.before());
        List<Integer> missing = new ArrayList<>();
        for (int run = 0; run < runs(); run++) {
            if (!all.containsKey(run)) {
                missing.add(run);
            }
        }
        List<Done> fresh = Parallel.map(missing.size(), threads, i -> run(missing.get(i), memory), progress);
        for (int i = 0; i < fresh.size(); i++) {
            all.put(missing.get(i), fresh.get(i));
        }
        return result(List.copyOf(all.values()));
    }

    private Done run(int number, Memory memory) {
        int point = number / repeat;
        int replication = number % repeat;
        Scenario scenario = points.get(point);
        Architecture architecture =
                Architectures.find(scenario.topology().architecture()).orElseThrow();
        Repetition.Kept kept = Repetition.Kept.of(
                1, Experiment.trial(scenario, architecture, Experiment.seedOf(seed, replication), options));
        Done done = new Done(point, replication, kept.verdict(), kept.scalars());
        memory.keep(number, done);
        return done;
    }

    private SweepResult result(List<Done> all) {
        List<SweepResult.Point> told = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        for (int p = 0; p < points.size(); p++) {
            List<Done> its = all.subList(p * repeat, (p + 1) * repeat);
            told.add(point(values.get(p), its));
            if (its.stream().anyMatch(each -> each.verdict() == RunVerdict.VIOLATED)) {
                warnings.add("a safety check is violated at " + values.get(p));
            }
        }
        Scenario.Source source = base.source();
        return new SweepResult(
                SweepResult.FORMAT,
                new ScenarioSource(base.name(), base.question(), source.sha256(), Reproduction.path(base)),
                base.topology().architecture(),
                seed,
                Version.NUMBER,
                vary,
                repeat,
                told,
                warnings,
                reproduce());
    }

    /** The command, with what was asked for beside the scenario's own. */
    private String reproduce() {
        StringBuilder line = new StringBuilder(Reproduction.of("sweep", base, seed));
        boolean own = base.sweep() != null && base.sweep().vary().equals(vary);
        if (!own) {
            vary.forEach((path, each) ->
                    line.append(" --vary ").append(Reproduction.quoted(path + "=" + String.join(",", each))));
        }
        int usual = own ? base.sweep().repeat() : base.repeat();
        return line.append(repeat == usual ? "" : " --repeat " + repeat).toString();
    }

    private static SweepResult.Point point(Map<String, String> values, List<Done> runs) {
        List<Map<String, Double>> scalars = runs.stream().map(Done::scalars).toList();
        List<Scalar> distributions = ReplicationScalars.of(scalars);
        return new SweepResult.Point(
                values,
                count(runs, RunVerdict.MET),
                count(runs, RunVerdict.MISSED),
                count(runs, RunVerdict.VIOLATED),
                distributions);
    }

    private static int count(List<Done> runs, RunVerdict verdict) {
        return (int) runs.stream().filter(each -> each.verdict() == verdict).count();
    }
}
