package dsqlsim.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dsqlsim.ledger.PlantedBug;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Exploration finds protocols that are wrong on purpose: those that show soon; docs/KILL-TABLE.md has all. */
class PlantedBugTest {
    private static final int RUNS = 120;

    @ParameterizedTest
    @EnumSource(
            value = PlantedBug.class,
            names = {
                "ACK_BEFORE_QUORUM",
                "NO_FENCING",
                "VOLATILE_GRANTS",
                "NO_RECHECK",
                "TWO_WRITERS",
                "VECTOR_CLOCK_TOTAL_ORDER",
                "NO_FLOOR_IN_VOTE",
                "NO_TAU_MAX",
                "NO_CONFLICT_CHECK",
                "FORGET_PROMISE",
                "NO_COMMIT_WAIT",
                "ALREADY_COMMITTED_TOO_SOON",
                "SERVE_BELOW_WATERMARK",
                "CROSSBAR_SKIPS_JOURNAL",
                "RETRY_APPLIED_TWICE",
                "READMIT_WATERMARK_NOW",
            })
    void isFound(PlantedBug bug) throws InterruptedException {
        Request request = new Request(1, RUNS, 0, Budget.ANY, bug, null, null, true, false, 2);
        assertThat(new Exploration(request, new Totals(), each -> {}).run().findings())
                .isNotEmpty();
    }
}
