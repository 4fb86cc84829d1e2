package dsqlsim.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dsqlsim.report.FailoverGap;
import org.junit.jupiter.api.Test;

class LeaderChangesTest {
    private static final long SECOND = 1_000_000_000L;

    private final LeaderChanges changes = new LeaderChanges();

    @Test
    void measuresFromTheLossToElectionAndFirstAcknowledgement() {
        changes.leads(0, 1, 1, 0);
        changes.happened("leader-lost-crash", 1, 0, 1, SECOND);
        changes.leads(0, 2, 2, 2 * SECOND);
        changes.acknowledged(0, 2, 4 * SECOND);
        changes.happened("hand-over", 2, 0, 2, 10 * SECOND);
        changes.commitWaited(0, 1, 1, 10 * SECOND);
        changes.leads(0, 1, 3, 11 * SECOND);
        assertThat(changes.gaps())
                .extracting(FailoverGap::cause, FailoverGap::at, FailoverGap::gap, FailoverGap::leaderGap)
                .containsExactly(tuple("crash", 1.0, 3.0, 1.0), tuple("hand-over", 10.0, null, 1.0));
    }

    @Test
    void forgetsALeaderThatCameBack() {
        changes.happened("leader-lost", 1, 0, 1, SECOND);
        changes.commitWaited(0, 1, 1, 2 * SECOND);
        changes.happened("leader-lost", 1, 0, 1, 50 * SECOND);
        changes.leads(0, 2, 2, 51 * SECOND);
        assertThat(changes.gaps()).extracting(FailoverGap::leaderGap).containsExactly(1.0);
    }

    @Test
    void anElectionWithoutALossIsNoGap() {
        changes.leads(0, 1, 1, 0);
        changes.acknowledged(0, 1, SECOND);
        assertThat(changes.gaps()).isEmpty();
    }
}
