package dsqlsim.compare;

import dsqlsim.report.ComparedDesign;
import dsqlsim.report.Comparison;
import dsqlsim.report.MetricDifference;
import dsqlsim.report.RunResult;
import dsqlsim.report.ScenarioSource;
import dsqlsim.run.Experiment;
import dsqlsim.run.Options;
import dsqlsim.run.Parallel;
import dsqlsim.run.Repetition;
import dsqlsim.run.Reproduction;
import dsqlsim.run.Trial;
import dsqlsim.run.Version;
import dsqlsim.scenario.Scenario;
import dsqlsim.workload.ArrivalsSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;

/** One scenario against several designs, with the same seed for each, so that all are asked the same. */
public final class Contest {
    private final Scenario scenario;
    private final List<Fit> fits;
    private final long seed;
    private final int repeat;
    private final Options options;

    /** {@code fits} in the order of the comparison: differences are taken to the first that fits. */
    public Contest(Scenario scenario, List<Fit> fits, long seed, int repeat, Options options) {
        this.scenario = scenario;
        this.fits = List.copyOf(fits);
        this.seed = seed;
        this.repeat = repeat;
        this.options = options;
    }

    /** Runs all of them on so many threads, which never shows in what comes of it. */
    public Comparison run(int threads, DoubleConsumer progress) throws InterruptedException {
        List<Fit> able = fits.stream().filter(Fit::fits).toList();
        List<Repetition.Kept> kept = Parallel.map(
                able.size() * repeat,
                threads,
                i -> Repetition.Kept.of(i % repeat, trial(able.get(i / repeat), i % repeat)),
                progress);
        List<Entrant> entrants = new ArrayList<>();
        for (int i = 0; i < able.size(); i++) {
            entrants.add(entrant(able.get(i), kept.subList(i * repeat, (i + 1) * repeat)));
        }
        return comparison(entrants);
    }

    private Trial trial(Fit fit, int replication) {
        return Experiment.trial(fit.scenario(), fit.architecture(), Experiment.seedOf(seed, replication), options);
    }

    private Entrant entrant(Fit fit, List<Repetition.Kept> kept) {
        RunResult result = Repetition.merged(kept);
        String again = reproduce(List.of(fit));
        return new Entrant(
                fit,
                result.with(
                        result.run().reproducedBy(again), result.verdict(), result.replications(), result.warnings()),
                kept.stream().map(Repetition.Kept::scalars).toList(),
                kept.get(0).first().idle());
    }

    private Comparison comparison(List<Entrant> entrants) {
        List<String> warnings = new ArrayList<>();
        RunResult first = entrants.get(0).result();
        ScenarioSource source = first.scenario();
        return new Comparison(
                Comparison.FORMAT,
                source,
                seed,
                repeat,
                Version.NUMBER,
                fingerprint(entrants, warnings),
                entrants.stream().map(Contest::design).toList(),
                fits.stream()
                        .filter(each -> !each.fits())
                        .map(each -> new Comparison.LeftOut(each.architecture().name(), each.reason()))
                        .toList(),
                new Table(entrants).rows(),
                entrants.stream().flatMap(each -> Promises.of(each).stream()).toList(),
                differences(entrants),
                warnings,
                reproduce(fits),
                entrants.stream().map(Entrant::result).toList());
    }

    private String reproduce(List<Fit> some) {
        List<String> names =
                some.stream().map(each -> each.architecture().name()).toList();
        return Reproduction.of("compare", scenario, seed)
                + " --architectures " + String.join(",", names)
                + (repeat == 1 ? "" : " --repeat " + repeat);
    }

    /** Of what all were asked; null if that was not the same. */
    private String fingerprint(List<Entrant> entrants, List<String> warnings) {
        List<String> all = entrants.stream()
                .map(each -> each.result().run().workloadFingerprint())
                .distinct()
                .toList();
        if (all.size() == 1) {
            return all.get(0);
        }
        boolean closed = scenario.workloads().stream().anyMatch(each -> each.arrivals() instanceof ArrivalsSpec.Closed);
        warnings.add(
                closed
                        ? "the designs were not asked the same at the same times: in a closed loop a client asks on when it"
                                + " was answered, so a faster design is asked more"
                        : "the designs were not asked the same");
        return null;
    }

    private static ComparedDesign design(Entrant entrant) {
        return new ComparedDesign(
                entrant.name(),
                entrant.fit().changes(),
                entrant.idle().stream()
                        .map(each -> new ComparedDesign.Meaningless(each.fault(), each.reason()))
                        .toList());
    }

    private static List<MetricDifference> differences(List<Entrant> entrants) {
        Entrant first = entrants.get(0);
        return entrants.stream()
                .skip(1)
                .flatMap(each ->
                        new Paired(first.scalars(), each.scalars()).differences(each.name(), first.name()).stream())
                .toList();
    }
}
