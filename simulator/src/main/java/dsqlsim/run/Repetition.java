package dsqlsim.run;

import dsqlsim.measure.ReplicationScalars;
import dsqlsim.report.RunResult;
import dsqlsim.report.RunVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;
import java.util.function.IntFunction;

/**
 * Independent replications of a run on all cores. They are collected in the order of their number, so the result does not
 * depend on which was done first.
 */
public final class Repetition {
    /** Finds out what a replication, by its number, gave. */
    private final IntFunction<Trial> trial;

    private final int count;
    private final DoubleConsumer progress;
    /** Of whichever thread was last: it only saves space. */
    private volatile PackedScalars latest;

    /** {@code progress} is told the share that is done, by several threads; null for nobody. */
    public Repetition(int count, IntFunction<Trial> trial, DoubleConsumer progress) {
        this.count = count;
        this.trial = trial;
        this.progress = progress;
    }

    /** Runs them on so many threads. What a replication throws is thrown here, of the lowest number if there are several. */
    public RunResult run(int threads) throws InterruptedException {
        return merged(Parallel.map(count, threads, r -> packed(Kept.of(r, trial.apply(r))), progress));
    }

    private Kept packed(Kept kept) {
        PackedScalars scalars = PackedScalars.of(kept.scalars(), latest);
        latest = scalars;
        return new Kept(kept.first(), scalars, kept.verdict(), kept.seed());
    }

    /**
     * What is kept of a replication: the whole trial of the first alone.
     *
     * @param first null but for replication 0
     */
    public record Kept(Trial first, Map<String, Double> scalars, RunVerdict verdict, long seed) {
        public static Kept of(int replication, Trial whole) {
            if (replication == 0) {
                whole.result();
            }
            return new Kept(replication == 0 ? whole : null, whole.scalars(), whole.verdict(), whole.seed());
        }

        boolean violated() {
            return verdict == RunVerdict.VIOLATED;
        }
    }

    /** Replication 0 with the distributions of all, in their order. A violation in any replication is one of the run. */
    public static RunResult merged(List<Kept> all) {
        ReplicationScalars scalars = new ReplicationScalars();
        List<String> violations = new ArrayList<>();
        for (int r = 0; r < all.size(); r++) {
            Kept kept = all.get(r);
            scalars.add(kept.scalars());
            if (r > 0 && kept.violated()) {
                violations.add("replication " + r + " violated a safety check: run it alone with --seed " + kept.seed()
                        + " --set repeat=1");
            }
        }
        RunResult first = all.get(0).first().result();
        List<String> warnings = new ArrayList<>(first.warnings());
        warnings.addAll(violations);
        RunVerdict verdict = violations.isEmpty() ? first.verdict() : RunVerdict.VIOLATED;
        return first.with(first.run(), verdict, scalars.result(), warnings);
    }
}
