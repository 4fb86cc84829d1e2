package dsqlsim.cli;

import dsqlsim.architecture.Architecture;
import dsqlsim.report.RunResult;
import dsqlsim.run.Difference;
import dsqlsim.run.Experiment;
import dsqlsim.run.Options;
import dsqlsim.run.Repetition;
import dsqlsim.run.Trial;
import dsqlsim.run.Verification;
import dsqlsim.scenario.Scenario;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** Runs one scenario, with its repetitions, once or twice. */
final class Runner {
    private final Scenario scenario;
    private final Architecture architecture;
    private final long seed;
    private final Options options;
    private final Scenario again;
    private final Map<Integer, Difference> differences = new ConcurrentSkipListMap<>();

    /** {@code again} is what a run is compared with: the same scenario, but in tests. */
    Runner(Scenario scenario, Scenario again, Architecture architecture, long seed, Options options) {
        this.scenario = scenario;
        this.again = again;
        this.architecture = architecture;
        this.seed = seed;
        this.options = options;
    }

    /** Runs it on all cores, or twice if that is wanted. */
    RunResult run(boolean verify) throws InterruptedException {
        int cores = Runtime.getRuntime().availableProcessors();
        if (scenario.repeat() <= 1) {
            return verify
                    ? verified(0, options).result()
                    : trial(scenario, 0, options).result();
        }
        Options quiet = options.reporting(null);
        Repetition repetition = new Repetition(
                scenario.repeat(), r -> verify ? verified(r, quiet) : trial(scenario, r, quiet), options.progress());
        return repetition.run(verify ? Math.max(1, cores / 2) : cores);
    }

    /** Where two runs differed, of the first replication that did. */
    Optional<String> difference() {
        return differences.entrySet().stream()
                .findFirst()
                .map(each -> (scenario.repeat() <= 1 ? "" : "replication " + each.getKey() + ": ") + each.getValue());
    }

    /** Traces are of the first replication. */
    private Trial trial(Scenario which, int replication, Options how) {
        Options traced = replication == 0 ? how : how.tracing(List.of());
        return Experiment.trial(which, architecture, Experiment.seedOf(seed, replication), traced);
    }

    private Trial verified(int replication, Options how) {
        Verification verification = Verification.of(
                listener -> trial(scenario, replication, how.listening(listener)),
                listener -> trial(
                        again,
                        replication,
                        how.reporting(null).tracing(List.of()).listening(listener)));
        verification.difference().ifPresent(found -> differences.put(replication, found));
        return verification.trial();
    }
}
