package dsqlsim.run;

import dsqlsim.architecture.Architecture;
import dsqlsim.architecture.Deployment;
import dsqlsim.architecture.Guarantees;
import dsqlsim.kernel.Randomness;
import dsqlsim.kernel.Simulation;
import dsqlsim.measure.MeasurePlan;
import dsqlsim.report.RunResult;
import dsqlsim.report.SafetyResult;
import dsqlsim.scenario.Scenario;
import dsqlsim.trace.Labels;
import dsqlsim.trace.Tracers;
import dsqlsim.txn.Observer;
import dsqlsim.workload.Clients;
import dsqlsim.workload.Keyspace;
import dsqlsim.world.Geography;
import dsqlsim.world.World;
import java.util.List;
import java.util.Locale;

/** One run of one scenario on one architecture: a world is made, the design deployed, clients and faults set loose, and the result read off. */
public final class Experiment {
    private static final int SLICES = 200;
    private static final long SLICE_WITHOUT_END = 1_000_000_000L;

    final Scenario scenario;
    final Architecture architecture;
    final Options options;
    final Simulation simulation;
    final World world;
    final Keyspace keyspace;
    final Deployment deployment;
    final MeasurePlan plan;
    final Witnesses witnesses;
    final Surroundings surroundings;
    final Clients clients;
    final Operators operators;
    final FaultTimeline faults;
    final Places places;
    private final Architecture.Setup setup;
    private boolean stopped;

    Experiment(Scenario given, Architecture architecture, long seed, Options options) {
        scenario = given.forOneRun();
        this.architecture = architecture;
        this.options = options;
        simulation = new Simulation(seed);
        if (options.listener() != null) {
            simulation.onEvent(options.listener());
        }
        Briefing briefing = new Briefing(scenario);
        Geography geography = briefing.geography;
        keyspace = Keyspace.of(scenario.workloads());
        NodeClocks clocks = new NodeClocks(geography, scenario.settings(), scenario.clocks());
        LinkLatency latency = new LinkLatency(geography, scenario.settings(), scenario.network());
        plan = briefing.plan();
        witnesses = new Witnesses(options, plan, briefing.checksReads(architecture));
        Observer observer = witnesses.observer();
        world = new World(simulation, geography, latency, clocks::of, observer);
        trace(briefing);
        setup = briefing.setup();
        deployment = architecture.deploy(world, setup);
        operators = new Operators(world, deployment);
        witnesses.ask(deployment.survivors());
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
                briefing.places(),
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
        if (witnesses.recorder != null) {
            witnesses.recorder.clocks(places::clockBound);
        }
    }

    private void trace(Briefing briefing) {
        if (!options.tracers().isEmpty()) {
            Labels labels = briefing.labels(keyspace);
            options.tracers().forEach(each -> each.attach(world, labels));
            world.watch(new Tracers(options.tracers()));
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
                experiment.safety(),
                experiment.simulation.fired(),
                hex(experiment.simulation.fingerprint()),
                experiment.deployment.waiting());
    }

    /** The seed of a replication, not negative: the first has the scenario's own. */
    public static long seedOf(long seed, int replication) {
        long key = Randomness.key(Randomness.key(seed, "replication"), replication);
        return replication == 0 ? seed : key & Long.MAX_VALUE;
    }

    /** What a design promises when it is set up as a scenario says. */
    public static Guarantees guarantees(Scenario scenario, Architecture architecture) {
        return architecture.guarantees(new Briefing(scenario).setup());
    }

    // ---- running

    private void stop() {
        stopped = true;
        simulation.stop();
    }

    Trial run() {
        play();
        return new Readout(this).trial();
    }

    private void play() {
        scenario.settings().unasked(this::fire);
        witnesses.finish(simulation.now());
    }

    private void fire() {
        boolean timed = scenario.durationNanos() < Scenario.UNBOUNDED;
        long slice = timed ? Math.max(1, scenario.durationNanos() / SLICES) : SLICE_WITHOUT_END;
        while (simulation.now() < scenario.durationNanos() && !stopped) {
            simulation.runUntil(Math.min(scenario.durationNanos(), simulation.now() + slice));
            if (options.progress() != null) {
                options.progress().accept(share(timed));
            }
        }
    }

    /** How much of the run is done: of its time or of its attempts, whichever ends it sooner. */
    private double share(boolean timed) {
        double ofTime = timed ? (double) simulation.now() / scenario.durationNanos() : 0;
        double ofAttempts = scenario.stopAttempts() > 0 ? (double) clients.attempts() / scenario.stopAttempts() : 0;
        return Math.min(1, Math.max(ofTime, ofAttempts));
    }

    // ---- what it found

    /** What the checks say, judged by what the design promises. */
    List<SafetyResult> safety() {
        return witnesses.checkers.results(architecture.guarantees(setup)::promises);
    }

    static String hex(long value) {
        return String.format(Locale.ROOT, "%016x", value);
    }
}
