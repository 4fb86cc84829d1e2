package dsqlsim.architecture.dsql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JournalFeedTest {
    private final JournalFeed feed = new JournalFeed(0, 3, 2);

    JournalFeedTest() {
        feed.restart(0);
        feed.startAt(1);
    }

    /** A replica has the entry on disk under a log epoch. */
    private void holds(int member, long under, Entry entry) {
        feed.reported(member, under, entry.sequence);
        feed.offer(entry, under);
        feed.advance();
    }

    @Test
    void anEntryIsCertainWhenAQuorumHoldsIt() {
        Entry first = Rows.entry(1, 1, 100, 5);
        holds(0, 1, first);
        assertThat(feed.merging()).isEmpty();
        holds(2, 1, first);
        assertThat(feed.merging()).containsExactly(first);
        assertThat(feed.passed()).isEqualTo(100);
    }

    @Test
    void oneReplicaTwiceIsNoQuorum() {
        Entry first = Rows.entry(1, 1, 100, 5);
        holds(0, 1, first);
        holds(0, 1, first);
        assertThat(feed.merging()).isEmpty();
    }

    @Test
    void reportsUnderDifferentLogEpochsMakeNoQuorum() {
        holds(0, 1, Rows.entry(1, 1, 100, 5));
        holds(1, 2, Rows.entry(2, 1, 150, 5));
        assertThat(feed.merging()).isEmpty();
        Entry adopted = Rows.entry(2, 1, 150, 5);
        holds(2, 2, adopted);
        assertThat(feed.merging()).extracting(each -> each.timestamp).containsExactly(150L);
    }

    @Test
    void aLateReportOfAnOlderEpochChangesNothing() {
        Entry first = Rows.entry(2, 1, 100, 5);
        holds(0, 2, first);
        feed.reported(0, 1, 9);
        feed.reported(1, 1, 9);
        feed.advance();
        assertThat(feed.certain()).isZero();
        holds(1, 2, first);
        assertThat(feed.certain()).isEqualTo(1);
    }

    @Test
    void whatANewLeaderCutIsNotCounted() {
        feed.reported(0, 1, 5);
        feed.reported(0, 2, 1);
        feed.reported(1, 2, 1);
        assertThat(feed.quorumThrough()).isEqualTo(1);
    }

    @Test
    void entriesBecomeCertainInOrder() {
        Entry first = Rows.entry(1, 1, 100, 5);
        Entry second = Rows.entry(1, 2, 110, 6);
        feed.reported(0, 1, 2);
        feed.reported(1, 1, 2);
        feed.offer(second, 1);
        assertThat(feed.advance()).isFalse();
        feed.offer(first, 1);
        assertThat(feed.advance()).isTrue();
        assertThat(feed.merging()).containsExactly(first, second);
    }

    @Test
    void aPromiseCountsOnlyAfterTheEntriesBeforeIt() {
        assertThat(feed.promised(1, 2, 500)).isTrue();
        feed.advance();
        assertThat(feed.passed()).isZero();
        holds(0, 1, Rows.entry(1, 1, 100, 5));
        holds(1, 1, Rows.entry(1, 1, 100, 5));
        assertThat(feed.passed()).isEqualTo(100);
        holds(0, 1, Rows.entry(1, 2, 110, 6));
        holds(1, 1, Rows.entry(1, 2, 110, 6));
        assertThat(feed.passed()).isEqualTo(500);
    }

    @Test
    void aPromiseWithoutEntriesBeforeItCountsAtOnceAndNeverGoesBack() {
        feed.promised(1, 0, 500);
        feed.advance();
        assertThat(feed.passed()).isEqualTo(500);
        assertThat(feed.promised(1, 0, 400)).isFalse();
        feed.advance();
        assertThat(feed.passed()).isEqualTo(500);
    }

    @Test
    void whatASupersededLeaderPromisedAfterEntriesNobodyAdoptedIsDropped() {
        feed.promised(1, 7, 500);
        feed.promised(2, 0, 300);
        feed.advance();
        assertThat(feed.passed()).isEqualTo(300);
        assertThat(feed.promised(1, 0, 900)).isFalse();
        feed.advance();
        assertThat(feed.passed()).isEqualTo(300);
    }

    @Test
    void manyPromisesAndEntriesWaitInOrder() {
        for (int n = 1; n <= 1000; n++) {
            feed.promised(1, n, 10L * n + 5);
        }
        for (int n = 1; n <= 1000; n++) {
            holds(0, 1, Rows.entry(1, n, 10L * n, 5));
        }
        for (int n = 1; n <= 1000; n++) {
            feed.reported(1, 1, n);
            feed.advance();
            assertThat(feed.passed()).isEqualTo(10L * n + 5);
        }
        assertThat(feed.merging()).hasSize(1000);
    }

    @Test
    void afterARestartItDoesNotKnowWhereItStands() {
        feed.restart(700);
        assertThat(feed.lost()).isTrue();
        assertThat(feed.advance()).isFalse();
        feed.startAt(31);
        assertThat(feed.lost()).isFalse();
        assertThat(feed.certain()).isEqualTo(30);
        assertThat(feed.passed()).isEqualTo(700);
    }
}
