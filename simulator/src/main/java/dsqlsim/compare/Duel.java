package dsqlsim.compare;

import dsqlsim.architecture.Architecture;
import dsqlsim.report.Diff;
import dsqlsim.report.MetricDifference;
import dsqlsim.report.RunResult;
import dsqlsim.report.Story;
import dsqlsim.report.SystemEvent;
import dsqlsim.report.TransactionChanges;
import dsqlsim.report.WorkloadResult;
import dsqlsim.run.Architectures;
import dsqlsim.run.Difference;
import dsqlsim.run.Experiment;
import dsqlsim.run.Options;
import dsqlsim.run.Parallel;
import dsqlsim.run.Repetition;
import dsqlsim.run.Trial;
import dsqlsim.run.Verification;
import dsqlsim.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;

/** Two runs, and what distinguishes them. */
public final class Duel {
    private final Diff diff;
    private final RunResult first;
    private final RunResult second;

    private Duel(Side a, Side b, Difference difference) {
        first = a.result();
        second = b.result();
        List<String> warnings = new ArrayList<>();
        if (a.scalars().size() != b.scalars().size()) {
            warnings.add("the two have different numbers of replications; only as many as both have are paired");
        }
        if (!first.run().version().equals(second.run().version())) {
            warnings.add("the two are of different versions of dsqlsim, whose results need not agree");
        }
        List<MetricDifference> metrics = new Paired(a.scalars(), b.scalars()).differences(null, null);
        diff = new Diff(Diff.FORMAT, a.told(), b.told(), parting(difference), metrics, transactions(a, b), warnings);
    }

    /** What is told of the two. */
    public Diff diff() {
        return diff;
    }

    /** The first run, with the distributions of its replications. */
    public RunResult first() {
        return first;
    }

    /** The second run, with the distributions of its replications. */
    public RunResult second() {
        return second;
    }

    /** Of a twin: the run without some faults, with what distinguishes it from the whole one. */
    public RunResult twin(List<String> without) {
        List<String> warnings = new ArrayList<>(second.warnings());
        warnings.add("without " + String.join(", ", without)
                + ": expectations are left out, for they were written for a run with all faults");
        String again = first.run().reproduce() + " --without " + String.join(",", without);
        return second.with(second.run().reproducedBy(again), second.verdict(), second.replications(), warnings)
                .besideTwin(diff);
    }

    // ---- where the two come from

    /** Two results that were read from files. */
    public static Duel ofFiles(String labelA, RunResult a, String labelB, RunResult b) {
        return new Duel(Side.ofFile(labelA, a), Side.ofFile(labelB, b), null);
    }

    /**
     * Two scenarios, each run with its seed, replication by replication.
     *
     * @param repeat replications of each
     */
    public static Duel of(Entry a, Entry b, int repeat, Options options, int threads, DoubleConsumer progress)
            throws InterruptedException {
        Trial[] zero = new Trial[2];
        Fates[] fates = {a.fates(), b.fates()};
        Verification both = Verification.of(
                listener -> zero[0] = a.trial(0, options.observing(fates[0]).listening(listener)),
                listener -> zero[1] = b.trial(0, options.observing(fates[1]).listening(listener)));
        List<Repetition.Kept> others = Parallel.map(
                2 * (repeat - 1),
                threads,
                i -> Repetition.Kept.of(1 + i / 2, (i % 2 == 0 ? a : b).trial(1 + i / 2, options)),
                progress);
        return new Duel(
                a.side(zero[0], others, 0, fates[0]),
                b.side(zero[1], others, 1, fates[1]),
                both.difference().orElse(null));
    }

    /** One scenario, and the same without some of its faults. */
    public static Duel ofTwin(
            Entry whole, List<String> without, int repeat, Options options, int threads, DoubleConsumer progress)
            throws InterruptedException {
        Entry twin = new Entry(
                whole.label() + " without " + String.join(", ", without),
                whole.scenario().without(without),
                whole.seed());
        return of(whole, twin, repeat, options, threads, progress);
    }

    /** A scenario and the seed that governs it. */
    public record Entry(String label, Scenario scenario, long seed) {
        private Trial trial(int replication, Options options) {
            Architecture architecture =
                    Architectures.find(scenario.topology().architecture()).orElseThrow();
            return Experiment.trial(scenario, architecture, Experiment.seedOf(seed, replication), options);
        }

        private Fates fates() {
            return new Fates(scenario.warmupNanos());
        }

        private Side side(Trial zero, List<Repetition.Kept> others, int parity, Fates fates) {
            List<Repetition.Kept> all = new ArrayList<>();
            all.add(Repetition.Kept.of(0, zero));
            for (int i = parity; i < others.size(); i += 2) {
                all.add(others.get(i));
            }
            return new Side(
                    label,
                    Repetition.merged(all),
                    all.stream().map(Repetition.Kept::scalars).toList(),
                    fates);
        }
    }

    // ---- what is told

    private static TransactionChanges transactions(Side a, Side b) {
        boolean asked =
                a.fates() != null && b.fates() != null && names(a.result()).equals(names(b.result()));
        return asked ? Matching.of(a.fates(), b.fates(), names(a.result())) : null;
    }

    private static List<String> names(RunResult result) {
        return result.workloads().stream().map(WorkloadResult::name).toList();
    }

    /** The first event that differs, in the words of the time lines if they tell of it. */
    private Diff.FirstEvent parting(Difference difference) {
        Optional<Diff.FirstEvent> told = onTimeLine();
        if (difference == null || difference.number() == 0) {
            return told.orElse(null);
        }
        long nanos = Math.min(at(difference.first()), at(difference.second()));
        double seconds = nanos / 1e9;
        if (told.isPresent() && told.get().at() == seconds) {
            return new Diff.FirstEvent(
                    difference.number(), seconds, told.get().a(), told.get().b());
        }
        return new Diff.FirstEvent(difference.number(), seconds, said(difference.first()), said(difference.second()));
    }

    private static long at(Difference.Occurred event) {
        return event == null ? Long.MAX_VALUE : event.timeNanos();
    }

    private static String said(Difference.Occurred event) {
        return event == null ? null : event.toString();
    }

    private Optional<Diff.FirstEvent> onTimeLine() {
        List<SystemEvent> a = first.events();
        List<SystemEvent> b = second.events();
        int i = 0;
        while (i < a.size() && i < b.size() && a.get(i).equals(b.get(i))) {
            i++;
        }
        SystemEvent one = i < a.size() ? a.get(i) : null;
        SystemEvent other = i < b.size() ? b.get(i) : null;
        if (one == null && other == null) {
            return Optional.empty();
        }
        double at = Stream.of(Optional.ofNullable(one), Optional.ofNullable(other))
                .flatMap(Optional::stream)
                .mapToDouble(SystemEvent::at)
                .min()
                .orElseThrow();
        return Optional.of(new Diff.FirstEvent(null, at, there(one, at), there(other, at)));
    }

    private static String there(SystemEvent event, double at) {
        return event == null || event.at() != at ? null : Story.happened(event);
    }
}
