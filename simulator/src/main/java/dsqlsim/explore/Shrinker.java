package dsqlsim.explore;

import dsqlsim.scenario.InvalidScenario;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Makes a scenario that shows a violation as small as it can: fewer faults, weaker and shorter ones, fewer and simpler
 * transactions, less time, fewer settings, rounder numbers. Every step is accepted only after a run that still shows a violation
 * of the same check, so what comes out reproduces by construction.
 */
final class Shrinker {
    /** Runs are the budget, not time: the same finding shrinks to the same scenario everywhere. */
    private static final int RUNS_MAX = 3_000;

    private static final int SEEDS = 12;

    private final Violation target;
    private final Budget budget;
    private final Set<String> tried = new TreeSet<>();
    private Draft best;
    private int runs;

    private Shrinker(Draft draft, Violation target, Budget budget) {
        this.best = draft;
        this.target = target;
        this.budget = budget;
    }

    /**
     * What came of it.
     *
     * @param draft the smallest scenario found
     * @param runs how many it took
     */
    record Shrunk(Draft draft, int runs) {}

    static Shrunk shrink(String text, Violation target, Budget budget) {
        Shrinker shrinker = new Shrinker(Draft.of(text), target, budget);
        shrinker.shrink();
        return new Shrunk(shrinker.best, shrinker.runs);
    }

    private void shrink() {
        boolean smaller = true;
        while (smaller && runs < RUNS_MAX) {
            smaller = false;
            for (Reduction each : Reductions.ALL) {
                smaller |= exhaust(each);
            }
        }
    }

    /** Applies one kind of reduction as often as it succeeds. */
    private boolean exhaust(Reduction reduction) {
        boolean any = false;
        boolean again = true;
        while (again && runs < RUNS_MAX) {
            again = false;
            for (Draft candidate : reduction.of(best)) {
                if (shows(candidate, reduction.reseeds())) {
                    any = true;
                    again = true;
                    break;
                }
            }
        }
        return any;
    }

    /** Whether a candidate shows the violation, with its own seed or, where the load is redrawn, with another. */
    private boolean shows(Draft candidate, boolean reseeds) {
        if (!tried.add(candidate.text())) {
            return false;
        }
        for (int seed = 0; seed <= (reseeds ? SEEDS : 0) && runs < RUNS_MAX; seed++) {
            Draft seeded = candidate;
            if (seed > 0) {
                seeded = candidate.copy().put("seed", String.valueOf(seed));
            }
            if (violates(seeded)) {
                best = seeded;
                return true;
            }
        }
        return false;
    }

    private boolean violates(Draft draft) {
        runs++;
        try {
            List<Violation> violations = Checked.run(draft.text(), budget).violations();
            return violations.stream().anyMatch(target::like);
        } catch (InvalidScenario e) {
            return false; // What was taken away was needed by something else.
        }
    }
}
