package dsqlsim.scenario;

import dsqlsim.fault.Fault;
import dsqlsim.fault.Scene;
import dsqlsim.ledger.Preset;
import dsqlsim.ledger.Settings;
import dsqlsim.workload.WorkloadSpec;
import dsqlsim.yaml.Cursor;
import dsqlsim.yaml.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Reads a whole scenario: the top level of the language, and the rules between its parts. */
final class ScenarioParser {
    /** The version of the language that this program reads. It is the first, so there is nothing to migrate from. */
    static final int FORMAT = 1;

    private static final int REPEAT_MAX = 1_000_000;

    private final String usualName;
    private final Scenario.Source source;
    private final SweepParser sweeps;

    ScenarioParser(String usualName, Scenario.Source source, SweepParser sweeps) {
        this.usualName = usualName;
        this.source = source;
        this.sweeps = sweeps;
    }

    Scenario parse(Cursor yaml) {
        return yaml.record(this::fields);
    }

    private Scenario fields(Cursor yaml) {
        format(yaml.field("dsqlsim", "version of the language: 1"));
        String name =
                yaml.optional("name", "for results; the file's own if left out").or(usualName, Shape.NAME);
        String question =
                yaml.optional("question", "what the experiment answers").or("", Shape.TEXT);
        long stop = yaml.optional("stop", "ends the run by count").or(0L, ScenarioParser::stop);
        long duration = duration(yaml.optional("duration", "end of the run; needed unless stop is given"), yaml, stop);
        long warmup = warmup(yaml.optional("warmup", "simulated, left out of the statistics"), duration);
        long seed = yaml.optional("seed", "governs every draw; 1 if left out").or(1L, Shape.integer(0, Long.MAX_VALUE));
        Preset preset = preset(yaml.optional("preset", "calibrated defaults, or a laboratory"));
        Cursor topologyField = yaml.optional("topology", "the system; Virginia, Ohio and Oregon if left out");
        Topology topology = topologyField.or(TopologyParser.usual(), each -> TopologyParser.parse(each, preset));
        Cursor settingsField = yaml.optional("settings", "entries of the assumption ledger, by id");
        Map<String, String> overrides =
                settingsField.or(new LinkedHashMap<>(), each -> SettingsParser.parse(each, topology));
        boolean multi = topology.multiRegion();
        Settings settings = Settings.of(preset, multi, overrides);
        List<LinkDelay> network = yaml.optional("network", "one-way delays: a pair of regions or roles, zone, local")
                .or(List.of(), each -> NetworkParser.parse(each, topology));
        List<ClockSpec> clocks = yaml.optional("clocks", "clocks that are not as the ledger has them")
                .or(List.of(), each -> each.list(clock -> ClockParser.parse(clock, topology)));
        List<WorkloadSpec> workloads = workloads(yaml, topology, preset, settings);
        List<Fault> faults = faults(yaml, topology, workloads, duration);
        ExpectationParser expectations = new ExpectationParser(topology, workloads, faults);
        Scenario scenario = new Scenario(
                FORMAT,
                name,
                question,
                duration,
                warmup,
                seed,
                topology,
                workloads,
                faults,
                yaml.optional("objectives", "by disruption type").or(List.of(), ObjectivesParser::parse),
                expectations(
                        yaml.optional("expect", "what must hold: metric comparator value during phase"), expectations),
                preset,
                settings,
                isolation(yaml.optional("isolation", "what adjudicators check")),
                network,
                clocks,
                stop,
                yaml.optional("repeat", "independent replications; 1 if left out")
                        .or(1L, Shape.integer(1, REPEAT_MAX))
                        .intValue(),
                yaml.optional("sweep", "a parameter study").or(null, sweeps::parse),
                around(yaml, topology, settings, duration),
                source);
        new Rules(scenario).check(topologyField.present() ? topologyField : yaml, settingsField);
        return scenario;
    }

    private static Around around(Cursor yaml, Topology topology, Settings settings, long duration) {
        OperationsParser operations = new OperationsParser(topology, duration);
        MonitorParser monitors = new MonitorParser(topology, settings);
        return new Around(
                yaml.optional("operations", "what operators do, and when").or(List.of(), operations::parse),
                yaml.optional("monitoring", "how failures get known, and who then does what")
                        .or(List.of(), each -> each.list(monitors::parse)),
                yaml.optional("cache", "in front of the database, in each region; none if left out")
                        .or(null, each -> CacheParser.parse(each, topology)));
    }

    private static List<Expectation> expectations(Cursor yaml, ExpectationParser parser) {
        List<Optional<Expectation>> read = yaml.or(List.of(), each -> each.list(parser::parse));
        return read.stream().flatMap(Optional::stream).toList();
    }

    private static void format(Cursor yaml) {
        long format = yaml.value(Shape.integer(1, 1_000_000));
        if (format > FORMAT) {
            yaml.reject("format " + format + " is newer than this program, which reads format " + FORMAT);
        }
    }

    private static long stop(Cursor yaml) {
        return yaml.record(fields -> fields.field("attempts", "after warm-up, over all workloads")
                .value(Shape.integer(1, 1_000_000_000_000L)));
    }

    private static long duration(Cursor yaml, Cursor whole, long stop) {
        if (!yaml.present() && stop == 0) {
            whole.reject("'duration' is missing");
        }
        return yaml.or(Scenario.UNBOUNDED, Shape.TIME_SPAN.otherwise(Scenario.UNBOUNDED));
    }

    private static long warmup(Cursor yaml, long duration) {
        long warmup = yaml.or(0L, Shape.DURATION);
        if (warmup >= duration) {
            yaml.reject("the warm-up leaves nothing of the run");
        }
        return warmup;
    }

    private static Preset preset(Cursor yaml) {
        String text = yaml.or("aws", Shape.word(List.of("aws", "ideal")));
        return Preset.valueOf(text.toUpperCase(Locale.ROOT));
    }

    private static Isolation isolation(Cursor yaml) {
        String text = yaml.or("snapshot", Shape.word(List.of("snapshot", "serializable")));
        return Isolation.valueOf(text.toUpperCase(Locale.ROOT));
    }

    private static List<WorkloadSpec> workloads(Cursor yaml, Topology topology, Preset preset, Settings settings) {
        WorkloadParser parser = new WorkloadParser(topology, preset, settings);
        Cursor field = yaml.field("workload", "who asks, how often, for what");
        List<WorkloadSpec> read = field.list(parser::parse);
        if (read.isEmpty() && field.present()) {
            field.reject("expected at least one workload");
        }
        return read.stream().filter(Objects::nonNull).toList();
    }

    private static List<Fault> faults(Cursor yaml, Topology topology, List<WorkloadSpec> workloads, long duration) {
        List<String> names = new ArrayList<>();
        workloads.forEach(each -> names.add(each.name()));
        FaultParser parser = new FaultParser(new Scene(topology, names), duration);
        return yaml.optional("faults", "what goes wrong").or(List.of(), each -> each.list(parser::parse));
    }
}
