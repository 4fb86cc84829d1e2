package dsqlsim.run;

import dsqlsim.report.RunResult;
import dsqlsim.report.RunVerdict;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** One execution of a scenario. Its result is put together when it is asked for: of most replications nobody wants more than the scalars. */
public final class Trial {
    private final RunVerdict verdict;
    private final long seed;
    private final Map<String, Double> scalars;
    private final List<Idle> idle;
    /** Holds on to the whole run; null once there is a result. */
    private Supplier<RunResult> assembly;

    private RunResult result;

    /** A fault that did nothing to a design, and why. */
    public record Idle(String fault, String reason) {}

    Trial(RunVerdict verdict, long seed, Map<String, Double> scalars, List<Idle> idle, Supplier<RunResult> assembly) {
        this.verdict = verdict;
        this.seed = seed;
        this.scalars = scalars;
        this.idle = idle;
        this.assembly = assembly;
    }

    /** Of a run whose faults all did something. */
    public Trial(RunResult result, Map<String, Double> scalars) {
        this(result.verdict(), result.run().seed(), scalars, List.of(), () -> result);
    }

    /** All that is known of it. */
    public RunResult result() {
        if (assembly != null) {
            result = assembly.get();
            assembly = null;
        }
        return result;
    }

    public RunVerdict verdict() {
        return verdict;
    }

    public long seed() {
        return seed;
    }

    /** The numbers by which repetitions and studies compare executions, by name; null where there was no sample. */
    public Map<String, Double> scalars() {
        return scalars;
    }

    /** Faults that did nothing to this design. */
    public List<Idle> idle() {
        return idle;
    }
}
