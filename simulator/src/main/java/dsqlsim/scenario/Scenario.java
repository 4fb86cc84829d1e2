package dsqlsim.scenario;

import dsqlsim.fault.Fault;
import dsqlsim.ledger.Preset;
import dsqlsim.ledger.Settings;
import dsqlsim.workload.RoutingSpec;
import dsqlsim.workload.WorkloadSpec;
import java.util.Collection;
import java.util.List;

/**
 * One experiment, as its file states it and complete: every default is filled in and every rule of the language holds.
 *
 * @param format version of the language
 * @param durationNanos end of the run; {@link #UNBOUNDED} when only {@code stopAttempts} ends it
 * @param warmupNanos simulated, left out of the statistics
 * @param stopAttempts ends the run after so many attempts after warm-up, over all workloads; 0 for never
 * @param repeat independent replications
 * @param sweep what a study varies, or null
 * @param around what stands around the database, and what operators do
 */
public record Scenario(
        int format,
        String name,
        String question,
        long durationNanos,
        long warmupNanos,
        long seed,
        Topology topology,
        List<WorkloadSpec> workloads,
        List<Fault> faults,
        List<Objective> objectives,
        List<Expectation> expectations,
        Preset preset,
        Settings settings,
        Isolation isolation,
        List<LinkDelay> network,
        List<ClockSpec> clocks,
        long stopAttempts,
        int repeat,
        SweepSpec sweep,
        Around around,
        Source source) {

    /** {@link #durationNanos} of a run that only a count ends. */
    public static final long UNBOUNDED = Long.MAX_VALUE / 4;

    public Scenario {
        workloads = List.copyOf(workloads);
        faults = List.copyOf(faults);
        objectives = List.copyOf(objectives);
        expectations = List.copyOf(expectations);
        network = List.copyOf(network);
        clocks = List.copyOf(clocks);
    }

    /** The same experiment on another system, with the clients' routing to match; the settings of the file are kept. */
    public Scenario on(Topology other, List<WorkloadSpec> theirs, boolean multiRegion) {
        return with(other, theirs, faults, expectations, settings.under(preset, multiRegion));
    }

    /** The same without some of its faults, and without expectations: they may speak of them. */
    public Scenario without(Collection<String> faultIds) {
        List<Fault> others =
                faults.stream().filter(each -> !faultIds.contains(each.id())).toList();
        return with(topology, workloads, others, List.of(), settings);
    }

    /** The same for one run, whose settings remember what was asked for. */
    public Scenario forOneRun() {
        return with(topology, workloads, faults, expectations, settings.remembering());
    }

    private Scenario with(
            Topology where, List<WorkloadSpec> who, List<Fault> wrong, List<Expectation> wanted, Settings constants) {
        return new Scenario(
                format,
                name,
                question,
                durationNanos,
                warmupNanos,
                seed,
                where,
                who,
                wrong,
                objectives,
                wanted,
                preset,
                constants,
                isolation,
                network,
                clocks,
                stopAttempts,
                repeat,
                sweep,
                around,
                source);
    }

    /** Whether a run can depend on an assumption of the ledger: not on those of what it does not have around its database. */
    public boolean follows(String assumption) {
        boolean byDns = workloads.stream().anyMatch(each -> each.routing().by() == RoutingSpec.By.DNS);
        boolean ofNames = assumption.startsWith("route53.") || assumption.equals("routing.dns-ttl");
        return settings.overridden(assumption) || (byDns || !ofNames) && around.follows(assumption);
    }

    /** Which rules between its parts are broken, in words; none of a scenario that was read. */
    public List<String> broken() {
        return new Rules(this).messages();
    }

    /**
     * Where it came from.
     *
     * @param path as given; for a bundled scenario its name
     * @param text the file's, before overrides
     * @param sha256 of the text, in hexadecimal
     * @param overrides {@code path=value} from the command line, in order
     */
    public record Source(String path, String text, String sha256, List<String> overrides) {
        public Source {
            overrides = List.copyOf(overrides);
        }
    }
}
