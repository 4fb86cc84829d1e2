package dsqlsim.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dsqlsim.ledger.PlantedBug;
import dsqlsim.measure.MetricCatalog;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The shrunken scenarios of the planted bugs, and which check catches each: a checker that finds nothing any more fails here.
 * What a model is changed in may move a moment by a little, so the scenario may show it under any of a few seeds.
 */
class PlantedScenarioTest {
    private static final int SEEDS = 200;

    /** Scenario and check; a check that comes first for no bug has a scenario of its own. */
    private static final Map<String, String> CAUGHT_BY = Map.ofEntries(
            Map.entry("ack-before-quorum", "linearizable-reads"),
            Map.entry("already-committed-too-soon", "linearizable-reads"),
            Map.entry("believe-old-abort", "atomicity"),
            Map.entry("bound-ignores-drift", "clock-bound"),
            Map.entry("crossbar-skips-journal", "snapshot-isolation"),
            Map.entry("entrywise-adoption", "durability"),
            Map.entry("epoch-granted-twice", "durability"),
            Map.entry("epoch-granted-twice-leaders", "one-leader-per-epoch"),
            Map.entry("floor-ignores-lease", "snapshot-isolation"),
            Map.entry("floor-ignores-lease-promise", "promise-kept"),
            Map.entry("forget-promise", "snapshot-isolation"),
            Map.entry("no-commit-wait", "linearizable-reads"),
            Map.entry("no-conflict-check", "snapshot-isolation"),
            Map.entry("no-fencing", "durability"),
            Map.entry("no-fencing-diverged", "convergence"),
            Map.entry("no-floor-in-vote", "snapshot-isolation"),
            Map.entry("no-floor-in-vote-falls", "monotone-commits"),
            Map.entry("no-recheck", "snapshot-isolation"),
            Map.entry("no-tau-max", "snapshot-isolation"),
            Map.entry("partial-replay", "snapshot-isolation"),
            Map.entry("readmit-watermark-now", "snapshot-isolation"),
            Map.entry("replay-own-journal-only", "snapshot-isolation"),
            Map.entry("retry-applied-twice", "atomicity"),
            Map.entry("serve-below-watermark", "snapshot-isolation"),
            Map.entry("two-writers", "durability"),
            Map.entry("vector-clock-total-order", "conflicts-noticed"),
            Map.entry("volatile-grants", "durability"),
            Map.entry("vote-past-lease", "snapshot-isolation"));

    static Stream<String> scenarios() {
        return CAUGHT_BY.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void isCaught(String scenario) throws Exception {
        Draft draft = draft(scenario);
        String check = CAUGHT_BY.get(scenario);
        Set<String> caught = new TreeSet<>();
        for (int seed = 0; seed < SEEDS && !caught.contains(check); seed++) {
            caught.addAll(checks(seeded(draft, seed)));
        }
        assertThat(caught).contains(check);
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void holdsWithoutTheBug(String scenario) throws Exception {
        Draft draft = draft(scenario);
        draft.block("settings").remove(Reductions.BUG);
        for (int seed = 0; seed < SEEDS / 20; seed++) {
            assertThat(checks(seeded(draft, seed))).isEmpty();
        }
    }

    @Test
    void everyPlantedBugHasAScenario() throws Exception {
        Set<String> planted = new TreeSet<>();
        for (String each : CAUGHT_BY.keySet()) {
            planted.add(String.valueOf(draft(each).block("settings").get(Reductions.BUG)));
        }
        assertThat(planted)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(PlantedBug.labels())
                        .filter(each -> !each.equals(PlantedBug.NONE.label()))
                        .toList());
    }

    /** So a checker that says ok to everything makes {@link #isCaught} fail; conservation watches the simulator, and no protocol. */
    @Test
    void everyCheckCatchesSomething() {
        List<String> checks = new ArrayList<>(MetricCatalog.CHECKS);
        checks.remove("conservation");
        assertThat(CAUGHT_BY.values()).containsAll(checks);
    }

    private static Draft seeded(Draft draft, int seed) {
        return seed == 0 ? draft : draft.copy().put("seed", String.valueOf(seed));
    }

    /** The checks that fail, of safety only: a short scenario has no time to come back. */
    private static Set<String> checks(Draft draft) throws Exception {
        Set<String> checks = new TreeSet<>();
        for (Violation each : Checked.run(draft.text(), Budget.ANY).violations()) {
            if (each.safety()) {
                checks.add(each.check());
            }
        }
        return checks;
    }

    private static Draft draft(String bug) throws IOException {
        try (InputStream in = PlantedScenarioTest.class.getResourceAsStream("/dsqlsim/planted/" + bug + ".yaml")) {
            return Draft.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
