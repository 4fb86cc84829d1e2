package dsqlsim.explore;

import dsqlsim.scenario.InvalidScenario;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Makes a scenario that shows a violation as small as it can: fewer faults, weaker and shorter ones, fewer and simpler
 * transactions, less time, fewer settings, rounder numbers. Every step is accepted only after a run that still shows a violation
 * of the same check, so what comes out reproduces by construction.
 */
final class Shrinker {
    /** Events are the budget, not time: the same finding shrinks to the same scenario everywhere. About half a minute. */
    private static final long EVENTS_MAX = 240_000_000;

    /** Reading a scenario costs something, too. */
    private static final long EVENTS_OF_A_RUN = 3_000;

    /** Other seeds that a smaller load is tried with; many only while what is left is not small. */
    private static final int[] SEEDS = {12, 120};

    private static final int SMALL = 4;

    private final Violation target;
    private final Budget budget;
    /** How many other seeds a text has been tried with. */
    private final Map<String, Integer> tried = new TreeMap<>();

    private Draft best;
    private List<String> evidence;
    private int runs;
    private long events;
    private int seeds = SEEDS[0];

    private Shrinker(Draft draft, Violation target, Budget budget) {
        this.best = draft;
        this.evidence = target.evidence();
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

    /** The smallest scenario so far. */
    Draft best() {
        return best;
    }

    /** What the check says about it. */
    List<String> evidence() {
        return evidence;
    }

    private void shrink() {
        Reduction written = Reduction.reseeding(draft -> Schedules.written(draft, budget));
        Thinning thinning = new Thinning(this);
        Reductions.OF_WHAT_IS_DRAWN.forEach(this::exhaust);
        for (int patience = 0; patience < SEEDS.length && (patience == 0 || !small()); patience++) {
            seeds = SEEDS[patience];
            boolean smaller = true;
            while (smaller && !spent()) {
                smaller = exhaust(written);
                smaller |= thinning.named();
                smaller |= thinning.halve();
                for (Reduction each : Reductions.OF_TIME) {
                    smaller |= exhaust(each);
                }
                smaller |= thinning.thin();
                for (Reduction each : Reductions.ALL) {
                    smaller |= exhaust(each);
                }
            }
        }
    }

    private boolean small() {
        int transactions = Schedules.of(best).size();
        return transactions > 0 && transactions <= SMALL && best.list("faults").size() <= SMALL / 2;
    }

    private boolean spent() {
        return events >= EVENTS_MAX;
    }

    /** Applies one kind of reduction as often as it succeeds. */
    private boolean exhaust(Reduction reduction) {
        boolean any = false;
        boolean again = true;
        while (again && !spent()) {
            again = false;
            for (Draft candidate : reduction.of(best)) {
                if (shows(candidate, reduction.reseeds() || ScheduleReductions.few(best))) {
                    any = true;
                    again = true;
                    break;
                }
            }
        }
        return any;
    }

    /** Whether a candidate shows the violation, with its own seed or, where the load is another, with another; then it is the best. */
    boolean shows(Draft candidate, boolean reseeds) {
        return shows(candidate, reseeds ? seeds : 0);
    }

    /** The same with as many other seeds as it may ever be tried with. */
    boolean showsAtAll(Draft candidate) {
        return shows(candidate, SEEDS[SEEDS.length - 1]);
    }

    private boolean shows(Draft candidate, int last) {
        String text = candidate.text();
        if (text.equals(best.text())) {
            return false;
        }
        for (int seed = tried.getOrDefault(text, -1) + 1; seed <= last && !spent(); seed++) {
            tried.put(text, seed);
            Draft seeded = seed == 0 ? candidate : candidate.copy().put("seed", String.valueOf(seed));
            if (violates(seeded)) {
                best = seeded;
                return true;
            }
        }
        return false;
    }

    private boolean violates(Draft draft) {
        runs++;
        events += EVENTS_OF_A_RUN;
        try {
            boolean stuck = target.check().equals(Violation.STUCK); // Only then it matters why nobody is served.
            Checked.Result result =
                    stuck ? Checked.run(draft.text(), budget) : Checked.run(Checked.read(draft.text()), budget);
            events += result.events();
            Optional<Violation> same =
                    result.violations().stream().filter(target::like).findFirst();
            same.ifPresent(each -> evidence = each.evidence());
            return same.isPresent();
        } catch (InvalidScenario e) {
            return false; // What was taken away was needed by something else.
        }
    }
}
