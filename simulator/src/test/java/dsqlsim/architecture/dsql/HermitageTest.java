package dsqlsim.architecture.dsql;

import static dsqlsim.txn.Outcome.ABORTED_OCC_DATA;
import static dsqlsim.txn.Outcome.COMMITTED;
import static org.assertj.core.api.Assertions.assertThat;

import dsqlsim.architecture.dsql.Sessions.Session;
import dsqlsim.txn.Outcome;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Hermitage's schedules (Kleppmann, CC-BY 4.0), with one shard and with several, under snapshot isolation and under the serializable
 * switch. A row's value is the number of the transaction that wrote it; where Hermitage reads a row twice, two rows of one writer are read.
 */
class HermitageTest {
    private static final int X = 1;
    private static final int Y = 2;
    private static final List<Integer> NONE = List.of();
    private static final List<Integer> BOTH = List.of(X, Y);

    private static Session reader(Sessions sessions) {
        return sessions.begin(0, BOTH, NONE).allSteps();
    }

    @ParameterizedTest
    @CsvSource({"1, false", "3, false", "1, true", "3, true"})
    void g0OfTwoThatOverwriteEachOtherTheFirstCommits(int shards, boolean serializable) {
        Sessions sessions = new Sessions(shards, serializable);
        Session one = sessions.begin(0, NONE, BOTH);
        Session two = sessions.begin(0, NONE, BOTH);
        one.steps(0, 1);
        two.steps(0, 1);
        one.steps(1, 2);
        assertThat(one.commit()).isEqualTo(COMMITTED);
        two.steps(1, 2);
        assertThat(two.commit()).isEqualTo(ABORTED_OCC_DATA);
        Session after = reader(sessions);
        assertThat(List.of(after.saw(0), after.saw(1))).containsExactly(one.number(), one.number());
    }

    @ParameterizedTest
    @CsvSource({"1, false", "3, false", "1, true", "3, true"})
    void g1aWhatIsRolledBackWasNeverThere(int shards, boolean serializable) {
        Sessions sessions = new Sessions(shards, serializable);
        Session one = sessions.begin(0, NONE, BOTH).allSteps();
        Session two = sessions.begin(0, BOTH, NONE).steps(0, 1);
        one.rollback();
        two.steps(1, 2);
        assertThat(two.commit()).isEqualTo(COMMITTED);
        assertThat(List.of(two.saw(0), two.saw(1))).containsExactly(0L, 0L);
    }

    @ParameterizedTest
    @CsvSource({"1, false", "3, false", "1, true", "3, true"})
    void g1bNothingIsSeenInBetweenOrAfterwards(int shards, boolean serializable) {
        Sessions sessions = new Sessions(shards, serializable);
        Session one = sessions.begin(0, NONE, BOTH).allSteps();
        Session two = sessions.begin(0, BOTH, NONE).steps(0, 1);
        assertThat(one.commit()).isEqualTo(COMMITTED);
        two.steps(1, 2);
        assertThat(two.commit()).isEqualTo(COMMITTED);
        assertThat(List.of(two.saw(0), two.saw(1))).containsExactly(0L, 0L);
    }

    @ParameterizedTest
    @CsvSource({"1, false, COMMITTED", "3, false, COMMITTED", "1, true, ABORTED_OCC_DATA", "3, true, ABORTED_OCC_DATA"})
    void g1cNeitherSeesTheOther(int shards, boolean serializable, Outcome second) {
        Sessions sessions = new Sessions(shards, serializable);
        Session one = sessions.begin(0, List.of(Y), List.of(X));
        Session two = sessions.begin(0, List.of(X), List.of(Y));
        one.allSteps();
        two.allSteps();
        assertThat(one.commit()).isEqualTo(COMMITTED);
        assertThat(two.commit()).isEqualTo(second);
        assertThat(List.of(one.saw(0), two.saw(0))).containsExactly(0L, 0L);
    }

    @ParameterizedTest
    @CsvSource({"1, false", "3, false", "1, true", "3, true"})
    void otvAnObserverSeesOneSnapshot(int shards, boolean serializable) {
        Sessions sessions = new Sessions(shards, serializable);
        Session one = sessions.begin(0, NONE, BOTH).allSteps();
        Session two = sessions.begin(0, NONE, BOTH).allSteps();
        assertThat(one.commit()).isEqualTo(COMMITTED);
        Session three = sessions.begin(0, BOTH, NONE).steps(0, 1);
        assertThat(two.commit()).isEqualTo(ABORTED_OCC_DATA);
        three.steps(1, 2);
        assertThat(three.commit()).isEqualTo(COMMITTED);
        assertThat(List.of(three.saw(0), three.saw(1))).containsExactly(one.number(), one.number());
    }

    @ParameterizedTest
    @CsvSource({"1, false", "3, false", "1, true", "3, true"})
    void pmpRowsThatWereNotThereStayAway(int shards, boolean serializable) {
        Sessions sessions = new Sessions(shards, serializable);
        Session one = sessions.begin(0, List.of(30, 33), NONE).steps(0, 1);
        Session two = sessions.begin(0, NONE, List.of(30, 33)).allSteps();
        assertThat(two.commit()).isEqualTo(COMMITTED);
        one.steps(1, 2);
        assertThat(one.commit()).isEqualTo(COMMITTED);
        assertThat(List.of(one.saw(0), one.saw(1))).containsExactly(0L, 0L);
    }

    @ParameterizedTest
    @CsvSource({"1, false", "3, false", "1, true", "3, true"})
    void p4NoUpdateIsLost(int shards, boolean serializable) {
        Sessions sessions = new Sessions(shards, serializable);
        Session one = sessions.begin(0, NONE, List.of(X)).allSteps();
        Session two = sessions.begin(0, NONE, List.of(X)).allSteps();
        assertThat(one.commit()).isEqualTo(COMMITTED);
        assertThat(two.commit()).isEqualTo(ABORTED_OCC_DATA);
        assertThat(reader(sessions).saw(0)).isEqualTo(one.number());
    }

    @ParameterizedTest
    @CsvSource({"1, false", "3, false", "1, true", "3, true"})
    void gSingleAReaderSeesNothingOfWhatCommitsMeanwhile(int shards, boolean serializable) {
        Sessions sessions = new Sessions(shards, serializable);
        Session one = sessions.begin(0, BOTH, NONE).steps(0, 1);
        Session two = sessions.begin(0, NONE, BOTH).allSteps();
        assertThat(two.commit()).isEqualTo(COMMITTED);
        one.steps(1, 2);
        assertThat(one.commit()).isEqualTo(COMMITTED);
        assertThat(List.of(one.saw(0), one.saw(1))).containsExactly(0L, 0L);
    }

    @ParameterizedTest
    @CsvSource({"1, false", "3, false", "1, true", "3, true"})
    void gSingleWhoWritesOnWhatChangedAborts(int shards, boolean serializable) {
        Sessions sessions = new Sessions(shards, serializable);
        Session one = sessions.begin(0, List.of(X), List.of(Y)).steps(0, 1);
        Session two = sessions.begin(0, NONE, BOTH).allSteps();
        assertThat(two.commit()).isEqualTo(COMMITTED);
        one.steps(1, 2);
        assertThat(one.commit()).isEqualTo(ABORTED_OCC_DATA);
    }

    @ParameterizedTest
    @CsvSource({"1, false, COMMITTED", "3, false, COMMITTED", "1, true, ABORTED_OCC_DATA", "3, true, ABORTED_OCC_DATA"})
    void g2ItemWriteSkewIsWhatSnapshotIsolationAllows(int shards, boolean serializable, Outcome second) {
        Sessions sessions = new Sessions(shards, serializable);
        Session one = sessions.begin(0, List.of(Y), List.of(X)).allSteps();
        Session two = sessions.begin(0, List.of(X), List.of(Y)).allSteps();
        assertThat(one.commit()).isEqualTo(COMMITTED);
        assertThat(two.commit()).isEqualTo(second);
    }

    @ParameterizedTest
    @CsvSource({"1, false", "3, false", "1, true", "3, true"})
    void g2ItemForUpdatePreventsIt(int shards, boolean serializable) {
        Sessions sessions = new Sessions(shards, serializable);
        Session one = sessions.begin(1, List.of(Y), List.of(X)).allSteps();
        Session two = sessions.begin(1, List.of(X), List.of(Y)).allSteps();
        assertThat(one.commit()).isEqualTo(COMMITTED);
        assertThat(two.commit()).isEqualTo(ABORTED_OCC_DATA);
    }

    @ParameterizedTest
    @CsvSource({"1, false, COMMITTED", "3, false, COMMITTED", "1, true, ABORTED_OCC_DATA", "3, true, ABORTED_OCC_DATA"})
    void g2InsertsThatEachOtherLookedForAreAllowed(int shards, boolean serializable, Outcome second) {
        Sessions sessions = new Sessions(shards, serializable);
        Session one = sessions.begin(0, List.of(42), List.of(30)).allSteps();
        Session two = sessions.begin(0, List.of(30), List.of(42)).allSteps();
        assertThat(one.commit()).isEqualTo(COMMITTED);
        assertThat(two.commit()).isEqualTo(second);
        assertThat(List.of(one.saw(0), two.saw(0))).containsExactly(0L, 0L);
    }
}
