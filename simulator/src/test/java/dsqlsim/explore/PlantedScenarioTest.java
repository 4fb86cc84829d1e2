package dsqlsim.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The shrunken scenarios of the planted bugs, and which check catches each: a checker that finds nothing any more fails here.
 * What a model is changed in may move a moment by a little, so the scenario may show it under any of a few seeds.
 */
class PlantedScenarioTest {
    private static final int SEEDS = 200;

    @ParameterizedTest
    @CsvSource({
        "ack-before-quorum, linearizable-reads",
        "already-committed-too-soon, linearizable-reads",
        "believe-old-abort, atomicity",
        "crossbar-skips-journal, snapshot-isolation",
        "entrywise-adoption, durability",
        "epoch-granted-twice, one-leader-per-epoch",
        "floor-ignores-lease, promise-kept",
        "forget-promise, snapshot-isolation",
        "no-commit-wait, linearizable-reads",
        "no-conflict-check, snapshot-isolation",
        "no-fencing, durability",
        "no-floor-in-vote, promise-kept",
        "no-recheck, snapshot-isolation",
        "no-tau-max, snapshot-isolation",
        "partial-replay, snapshot-isolation",
        "readmit-watermark-now, snapshot-isolation",
        "replay-own-journal-only, snapshot-isolation",
        "retry-applied-twice, atomicity",
        "serve-below-watermark, snapshot-isolation",
        "two-writers, durability",
        "vector-clock-total-order, conflicts-noticed",
        "volatile-grants, durability",
        "vote-past-lease, snapshot-isolation"
    })
    void isCaught(String bug, String check) throws Exception {
        Draft draft = draft(bug);
        Set<String> caught = new TreeSet<>();
        for (int seed = 0; seed < SEEDS && !caught.contains(check); seed++) {
            caught.addAll(checks(seeded(draft, seed)));
        }
        assertThat(caught).contains(check);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ack-before-quorum",
                "already-committed-too-soon",
                "believe-old-abort",
                "crossbar-skips-journal",
                "entrywise-adoption",
                "epoch-granted-twice",
                "floor-ignores-lease",
                "forget-promise",
                "no-commit-wait",
                "no-conflict-check",
                "no-fencing",
                "no-floor-in-vote",
                "no-recheck",
                "no-tau-max",
                "partial-replay",
                "readmit-watermark-now",
                "replay-own-journal-only",
                "retry-applied-twice",
                "serve-below-watermark",
                "two-writers",
                "vector-clock-total-order",
                "volatile-grants",
                "vote-past-lease"
            })
    void holdsWithoutTheBug(String bug) throws Exception {
        Draft draft = draft(bug);
        draft.block("settings").remove(Reductions.BUG);
        for (int seed = 0; seed < SEEDS / 20; seed++) {
            assertThat(checks(seeded(draft, seed))).isEmpty();
        }
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
