package dsqlsim.architecture.dsql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogTest {
    /** Sequence n is committed at 10 n and on disk at 10 n + 5. */
    private static Log upTo(int last) {
        Log log = new Log();
        for (int n = 1; n <= last; n++) {
            log.append(Rows.entry(1, n, 10L * n), 10L * n + 5);
        }
        return log;
    }

    @Test
    void anEmptyLogEndsBeforeItBegins() {
        Log log = new Log();
        assertThat(log.first()).isEqualTo(1);
        assertThat(log.last()).isZero();
        assertThat(log.lastTimestamp()).isEqualTo(-1);
        assertThat(log.droppedThrough()).isEqualTo(-1);
        assertThat(log.slice(1, 0)).isEmpty();
        assertThat(log.firstAfter(0)).isEqualTo(1);
    }

    @Test
    void entriesAreFoundByNumberAndByTime() {
        Log log = upTo(100);
        assertThat(log.last()).isEqualTo(100);
        assertThat(log.at(77).timestamp).isEqualTo(770);
        assertThat(log.firstAfter(770)).isEqualTo(78);
        assertThat(log.firstAfter(769)).isEqualTo(77);
        assertThat(log.firstAfter(1000)).isEqualTo(101);
        assertThat(log.slice(3, 5)).extracting(each -> each.sequence).containsExactly(3L, 4L, 5L);
    }

    @Test
    void whatIsWrittenIsOnDiskInOrder() {
        Log log = upTo(10);
        assertThat(log.persistedThrough(14)).isZero();
        assertThat(log.persistedThrough(15)).isEqualTo(1);
        assertThat(log.persistedThrough(99)).isEqualTo(9);
        assertThat(log.persistedThrough(1000)).isEqualTo(10);
    }

    @Test
    void aCutForgetsTheEnd() {
        Log log = upTo(10);
        log.cutAfter(7);
        assertThat(log.last()).isEqualTo(7);
        log.append(Rows.entry(2, 8, 99), 100);
        assertThat(log.at(8).epoch).isEqualTo(2);
        log.cutAfter(0);
        assertThat(log.last()).isZero();
    }

    @Test
    void whatIsInTheSnapshotIsDroppedButForTheNewest() {
        Log log = upTo(1000);
        log.dropUpTo(9_900);
        assertThat(log.first()).isEqualTo(991);
        assertThat(log.droppedThrough()).isEqualTo(9_900);
        assertThat(log.holds(990)).isFalse();
        assertThat(log.holds(991)).isTrue();
        log.dropUpTo(1_000_000);
        assertThat(log.first()).isEqualTo(1000);
        assertThat(log.lastTimestamp()).isEqualTo(10_000);
    }

    @Test
    void aRunThroughManyEntriesKeepsOnlyItsWindow() {
        Log log = new Log();
        for (int n = 1; n <= 100_000; n++) {
            log.append(Rows.entry(1, n, n), n);
            log.dropUpTo(n - 50);
        }
        assertThat(log.last() - log.first() + 1).isEqualTo(50);
        assertThat(log.at(99_960).timestamp).isEqualTo(99_960);
    }

    @Test
    void aCopyIsIndependentAndMayBePersistedAtOnce() {
        Log log = upTo(20);
        log.dropUpTo(50);
        Log copy = log.copyPersisted(7_000);
        log.cutAfter(10);
        assertThat(copy.first()).isEqualTo(6);
        assertThat(copy.last()).isEqualTo(20);
        assertThat(copy.droppedThrough()).isEqualTo(50);
        assertThat(copy.persistedThrough(6_999)).isEqualTo(5);
        assertThat(copy.persistedThrough(7_000)).isEqualTo(20);
    }
}
