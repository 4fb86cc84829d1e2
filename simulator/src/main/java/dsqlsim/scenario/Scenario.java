package dsqlsim.scenario;

import dsqlsim.fault.Fault;
import dsqlsim.ledger.Preset;
import dsqlsim.ledger.Settings;
import dsqlsim.workload.WorkloadSpec;
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
