package dsqlsim.run;

import dsqlsim.architecture.Architecture;
import dsqlsim.architecture.Deployment;
import dsqlsim.architecture.Guarantees;
import dsqlsim.check.Checkers;
import dsqlsim.cost.Bill;
import dsqlsim.fault.Fault;
import dsqlsim.kernel.Randomness;
import dsqlsim.kernel.Simulation;
import dsqlsim.measure.AuditAlone;
import dsqlsim.measure.ExpectationEvaluator;
import dsqlsim.measure.Expected;
import dsqlsim.measure.MeasurePlan;
import dsqlsim.measure.Measures;
import dsqlsim.measure.Names;
import dsqlsim.measure.ObjectiveTarget;
import dsqlsim.measure.Recorder;
import dsqlsim.measure.ResultBuilder;
import dsqlsim.report.CostEstimate;
import dsqlsim.report.ExpectationResult;
import dsqlsim.report.FaultResult;
import dsqlsim.report.RegionResult;
import dsqlsim.report.Replications;
import dsqlsim.report.RunResult;
import dsqlsim.report.RunSummary;
import dsqlsim.report.RunVerdict;
import dsqlsim.report.SafetyResult;
import dsqlsim.report.SafetyVerdict;
import dsqlsim.report.ScenarioSource;
import dsqlsim.report.Verdict;
import dsqlsim.report.WorkloadResult;
import dsqlsim.scenario.Expectation;
import dsqlsim.scenario.Isolation;
import dsqlsim.scenario.Scenario;
import dsqlsim.scenario.Topology;
import dsqlsim.trace.Labels;
import dsqlsim.trace.Tracer;
import dsqlsim.trace.Tracers;
import dsqlsim.txn.Observer;
import dsqlsim.txn.Plan;
import dsqlsim.txn.Survivors;
import dsqlsim.workload.Clients;
import dsqlsim.workload.Keyspace;
import dsqlsim.workload.RoutingSpec;
import dsqlsim.workload.WorkloadSpec;
import dsqlsim.world.Geography;
import dsqlsim.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One run of one scenario on one architecture: a world is made, the design deployed, clients and faults set loose, and the result read off. */
public final class Experiment {
    private static final int SLICES = 200;
    private static final long SLICE_WITHOUT_END = 1_000_000_000L;

    private final Scenario scenario;
    private final Architecture architecture;
    private final Options options;
    private final Simulation simulation;
    private final World world;
    private final Geography geography;
    private final Keyspace keyspace;
    private final Architecture.Setup setup;
    private final Deployment deployment;
    private final MeasurePlan plan;
    /** Null when nothing is measured. */
    private final Recorder recorder;

    /** Audits when nothing is measured, else null. */
    private final AuditAlone alone;

    private final Checkers checkers;
    private final Surroundings surroundings;
    private final Clients clients;
    private final Operators operators;
    private final FaultTimeline faults;
    private final Places places;
    private boolean stopped;

    Experiment(Scenario given, Architecture architecture, long seed, Options options) {
        scenario = given.forOneRun();
        this.architecture = architecture;
        this.options = options;
        simulation = new Simulation(seed);
        if (options.listener() != null) {
            simulation.onEvent(options.listener());
        }
        geography = geography(scenario.topology());
        keyspace = Keyspace.of(scenario.workloads());
        Relay relay = new Relay();
        NodeClocks clocks = new NodeClocks(geography, scenario.settings(), scenario.clocks());
        LinkLatency latency = new LinkLatency(geography, scenario.settings(), scenario.network());
        plan = plan();
        recorder = options.measured() ? new Recorder(plan, relay) : null;
        alone = options.measured() ? null : new AuditAlone(scenario.faults().size(), relay);
        checkers = options.checks()
                ? new Checkers(alone == null ? recorder.audit() : alone.audit(), serializable())
                : null;
        Observer observer = observers();
        world = new World(simulation, geography, latency, clocks::of, observer);
        trace();
        setup = setup(scenario);
        deployment = architecture.deploy(world, setup);
        operators = new Operators(world, deployment);
        relay.to = deployment.survivors();
        surroundings = new Surroundings(
                scenario,
                world,
                deployment.gateway(),
                operators,
                architecture.name().equals("dsql-multi-region"));
        clients = Clients.start(
                simulation,
                surroundings.gateway(),
                surroundings.heard(observer),
                scenario.workloads(),
                keyspace,
                places(),
                setup::shardOf,
                surroundings::name);
        surroundings.begin();
        if (scenario.stopAttempts() > 0) {
            clients.whenAttempts(scenario.stopAttempts(), scenario.warmupNanos(), this::stop);
        }
        faults = new FaultTimeline(
                scenario, architecture.name(), new WorldStage(world, deployment, clients, operators, surroundings));
        places = new Places(world);
        faults.schedule(simulation, observer, places::note);
        if (recorder != null) {
            recorder.clocks(places::clockBound);
        }
    }

    /** The audit asks a deployment that is made after the recorder. */
    private static final class Relay implements Survivors {
        private Survivors to;

        @Override
        public Found find(long attempt, int journal, long sequence, long commit, Plan plan) {
            return to.find(attempt, journal, sequence, commit, plan);
        }

        @Override
        public boolean retains(int journal, long sequence) {
            return to.retains(journal, sequence);
        }
    }

    /** Runs a scenario once. */
    public static RunResult run(Scenario scenario, Architecture architecture, long seed, Options options) {
        return trial(scenario, architecture, seed, options).result();
    }

    /** Runs a scenario once, for its result and its scalars. */
    public static Trial trial(Scenario scenario, Architecture architecture, long seed, Options options) {
        return new Experiment(scenario, architecture, seed, options).run();
    }

    /** Runs a scenario once, for nothing but what the checks say. */
    public static SafetyRun check(Scenario scenario, Architecture architecture, long seed, Options options) {
        Experiment experiment = new Experiment(scenario, architecture, seed, options.unmeasured());
        experiment.play();
        return new SafetyRun(
                experiment.checkers.results(experiment.architecture.guarantees(experiment.setup)::promises),
                experiment.simulation.fired(),
                hex(experiment.simulation.fingerprint()),
                experiment.deployment.waiting());
    }

    /** The seed of a replication, not negative: the first has the scenario's own. */
    public static long seedOf(long seed, int replication) {
        long key = Randomness.key(Randomness.key(seed, "replication"), replication);
        return replication == 0 ? seed : key & Long.MAX_VALUE;
    }

    // ---- setting up

    static Geography geography(Topology topology) {
        List<Geography.Region> regions = new ArrayList<>();
        for (Topology.RegionSpec region : topology.regions()) {
            regions.add(new Geography.Region(region.name(), region.zones()));
        }
        int witness = -1;
        if (topology.witness() != null) {
            witness = regions.size();
            String name = topology.witness();
            regions.add(new Geography.Region(name, List.of(name + "a", name + "b", name + "c")));
        }
        return new Geography(regions, witness);
    }

    /** What a design promises when it is set up as a scenario says. */
    public static Guarantees guarantees(Scenario scenario, Architecture architecture) {
        return architecture.guarantees(setup(scenario));
    }

    private static Architecture.Setup setup(Scenario scenario) {
        boolean readers =
                scenario.workloads().stream().anyMatch(each -> each.routing().reads() == RoutingSpec.Reads.READER);
        return new Architecture.Setup(
                scenario.settings(),
                scenario.topology().shards(),
                scenario.topology().partitions(),
                scenario.isolation() == Isolation.SERIALIZABLE,
                readers);
    }

    private MeasurePlan plan() {
        List<MeasurePlan.Load> loads = new ArrayList<>();
        for (WorkloadSpec spec : scenario.workloads()) {
            loads.add(new MeasurePlan.Load(spec.name(), geography.regionIndex(spec.region()), spec.deadlineNanos()));
        }
        List<MeasurePlan.FaultEntry> faults = scenario.faults().stream()
                .map(each -> new MeasurePlan.FaultEntry(
                        each.id(),
                        each.kind(),
                        each.action().describe(),
                        each.disruption().label()))
                .toList();
        List<String> regions = new ArrayList<>();
        for (int region = 0; region < geography.fullRegions(); region++) {
            regions.add(geography.regionName(region));
        }
        return new MeasurePlan(
                scenario.durationNanos(),
                scenario.warmupNanos(),
                scenario.stopAttempts(),
                MeasurePlan.PATIENCE_NANOS,
                regions,
                loads,
                faults);
    }

    /** Read sets are checked too; other designs than DSQL take the word for their own strongest level. */
    private boolean serializable() {
        return scenario.isolation() == Isolation.SERIALIZABLE
                && architecture.name().startsWith("dsql-");
    }

    private Observer observers() {
        Observer first = alone == null ? recorder : alone;
        Observer observer = checkers == null ? first : new Observers(first, checkers);
        observer = options.observer() == null ? observer : new Observers(observer, options.observer());
        for (Tracer each : options.tracers()) {
            observer = new Observers(observer, each);
        }
        return observer;
    }

    private void trace() {
        if (!options.tracers().isEmpty()) {
            List<String> workloads =
                    scenario.workloads().stream().map(WorkloadSpec::name).toList();
            List<String> faults = scenario.faults().stream().map(Fault::id).toList();
            Labels labels = new Labels(workloads, faults, keyspace::label);
            options.tracers().forEach(each -> each.attach(world, labels));
            world.watch(new Tracers(options.tracers()));
        }
    }

    private Clients.Places places() {
        List<String> regions = new ArrayList<>();
        List<Integer> zones = new ArrayList<>();
        for (int region = 0; region < geography.fullRegions(); region++) {
            regions.add(geography.regionName(region));
            zones.add(geography.zones(region));
        }
        return new Clients.Places(regions, zones);
    }

    // ---- running

    private void stop() {
        stopped = true;
        simulation.stop();
    }

    Trial run() {
        play();
        return result();
    }

    private void play() {
        boolean timed = scenario.durationNanos() < Scenario.UNBOUNDED;
        long slice = timed ? Math.max(1, scenario.durationNanos() / SLICES) : SLICE_WITHOUT_END;
        while (simulation.now() < scenario.durationNanos() && !stopped) {
            simulation.runUntil(Math.min(scenario.durationNanos(), simulation.now() + slice));
            if (options.progress() != null) {
                options.progress().accept(share(timed));
            }
        }
        if (alone == null) {
            recorder.finish(simulation.now());
        } else {
            alone.finish();
        }
        if (checkers != null) {
            checkers.finish(simulation.now());
        }
    }

    /** How much of the run is done: of its time or of its attempts, whichever ends it sooner. */
    private double share(boolean timed) {
        double ofTime = timed ? (double) simulation.now() / scenario.durationNanos() : 0;
        double ofAttempts = scenario.stopAttempts() > 0 ? (double) clients.attempts() / scenario.stopAttempts() : 0;
        return Math.min(1, Math.max(ofTime, ofAttempts));
    }

    // ---- the result

    private Trial result() {
        Names names = new Names() {
            @Override
            public String node(int node) {
                return node < 0 || node >= world.nodes().size() ? null : world.node(node).name;
            }

            @Override
            public String key(int row) {
                return keyspace.label(row);
            }
        };
        List<Expected> expected =
                scenario.expectations().stream().map(Experiment::expected).toList();
        List<SafetyResult> safety = checkers == null
                ? List.of()
                : ExpectationEvaluator.mark(checkers.results(architecture.guarantees(setup)::promises), expected);
        ResultBuilder builder = new ResultBuilder(recorder, names);
        Measures measures = new Measures(recorder, safety);
        List<ExpectationResult> expectations = new ExpectationEvaluator(measures).evaluate(expected);
        List<FaultResult> faults = builder.faults(objectives());
        List<WorkloadResult> workloads = builder.workloads();
        List<RegionResult> regions = builder.regions();
        CostEstimate cost = Bill.of(deployment.footprint(), builder.usage(), keyspace.rows(), scenario.settings());
        RunVerdict verdict = verdict(safety, expectations, faults);
        return new Trial(
                verdict,
                simulation.seed(),
                TrialScalars.of(measures, plan, workloads, regions, cost),
                this.faults.idle(),
                () -> new RunResult(
                        RunResult.FORMAT,
                        source(),
                        summary(),
                        verdict,
                        workloads,
                        regions,
                        builder.waits(),
                        builder.incidents(),
                        builder.hotKeys(),
                        builder.phases(),
                        faults,
                        builder.failoverGaps(),
                        builder.events(),
                        safety,
                        expectations,
                        builder.timeline().with(places.topology()),
                        cost,
                        AssumptionsUsed.of(scenario, architecture),
                        Replications.ONE,
                        null,
                        warnings(builder)));
    }

    private static Expected expected(Expectation each) {
        return new Expected(
                each.text(),
                each.metric(),
                each.arguments(),
                actual -> each.comparator().holds(actual, each.value()),
                each.verdict(),
                each.comparator() == Expectation.Comparator.EQUAL,
                each.phase(),
                each.line());
    }

    private List<ObjectiveTarget> objectives() {
        return scenario.objectives().stream()
                .map(each -> new ObjectiveTarget(
                        each.disruption().label(),
                        each.rtoNanos() < 0 ? null : (Double) (each.rtoNanos() / 1e9),
                        each.rpoNanos() < 0 ? null : (Double) (each.rpoNanos() / 1e9)))
                .toList();
    }

    private static RunVerdict verdict(
            List<SafetyResult> safety, List<ExpectationResult> expectations, List<FaultResult> faults) {
        boolean violated =
                safety.stream().anyMatch(each -> each.verdict() == SafetyVerdict.VIOLATED && !each.expected());
        if (violated) {
            return RunVerdict.VIOLATED;
        }
        boolean expectationsMet = expectations.stream().allMatch(each -> each.verdict() == Verdict.MET);
        boolean objectivesMet = faults.stream()
                .allMatch(each -> each.objective() == null || each.objective().verdict() == Verdict.MET);
        return expectationsMet && objectivesMet ? RunVerdict.MET : RunVerdict.MISSED;
    }

    private ScenarioSource source() {
        Scenario.Source source = scenario.source();
        return new ScenarioSource(scenario.name(), scenario.question(), source.sha256(), Reproduction.path(scenario));
    }

    private RunSummary summary() {
        return new RunSummary(
                architecture.name(),
                simulation.seed(),
                Version.NUMBER,
                hex(simulation.fingerprint()),
                hex(clients.fingerprint()),
                simulation.now() / 1e9,
                scenario.warmupNanos() / 1e9,
                simulation.fired(),
                world.messages(),
                Reproduction.line(scenario, simulation.seed(), options.checks()));
    }

    private static String hex(long value) {
        return String.format(Locale.ROOT, "%016x", value);
    }

    private List<String> warnings(ResultBuilder builder) {
        List<String> warnings = new ArrayList<>(builder.warnings());
        warnings.addAll(surroundings.findings());
        warnings.addAll(operators.refused());
        faults.idle().forEach(each -> warnings.add("fault '" + each.fault() + "': " + each.reason()));
        return warnings;
    }
}
