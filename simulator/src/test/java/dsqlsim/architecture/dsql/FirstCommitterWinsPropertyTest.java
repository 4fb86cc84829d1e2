package dsqlsim.architecture.dsql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dsqlsim.txn.Attempt;
import dsqlsim.txn.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is asked of it in whatever order, the commit path admits a serial history of writes, and refuses nothing else. */
class FirstCommitterWinsPropertyTest {
    /**
     * A transaction: begun so long after the one before, and so long open.
     *
     * @param rows that it writes
     */
    record Ask(long afterMicros, long openMicros, List<Integer> rows) {}

    @Property(tries = 60)
    void inOneShard(@ForAll("asks") List<Ask> asks) {
        firstCommitterWins(1, Map.of(), asks);
    }

    @Property(tries = 60)
    void acrossShards(@ForAll("asks") List<Ask> asks) {
        firstCommitterWins(3, Map.of(), asks);
    }

    /** The law can be broken: by an adjudicator that looks at no row divisible by 8. */
    @Example
    void aDesignThatOverlooksConflictsIsFound() {
        List<Ask> asks = List.of(new Ask(0, 5_000, List.of(0)), new Ask(1_000, 30_000, List.of(0)));
        firstCommitterWins(1, Map.of(), asks);
        assertThatThrownBy(() -> firstCommitterWins(1, Map.of("faults.planted-bug", "no-conflict-check"), asks))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("nothing was committed between");
    }

    private static void firstCommitterWins(int shards, Map<String, String> settings, List<Ask> asks) {
        List<Attempt> ended = new TinyWorld(shards, settings).run(asks);
        assertThat(ended).hasSameSizeAs(asks);
        List<Attempt> commits = ended.stream()
                .filter(each -> each.outcome == Outcome.COMMITTED)
                .sorted(Comparator.comparingLong(each -> each.commit))
                .toList();
        for (Attempt each : ended) {
            List<Attempt> unseen = new ArrayList<>(commits);
            unseen.removeIf(other -> other == each || other.commit <= each.start || !meet(each, other));
            if (each.outcome == Outcome.COMMITTED) {
                assertThat(each.commit).isGreaterThan(each.start);
                assertThat(unseen)
                        .as("nothing was committed between its start and its commit")
                        .allMatch(other -> other.commit > each.commit);
            } else {
                assertThat(each.outcome).isEqualTo(Outcome.ABORTED_OCC_DATA);
                assertThat(unseen)
                        .as("aborted because of a commit it had not seen")
                        .isNotEmpty();
            }
        }
        for (int i = 1; i < commits.size(); i++) {
            Attempt later = commits.get(i);
            boolean sameJournal = later.journal == commits.get(i - 1).journal;
            assertThat(later.commit).isGreaterThanOrEqualTo(commits.get(i - 1).commit + (sameJournal ? 1 : 0));
        }
    }

    private static boolean meet(Attempt one, Attempt other) {
        for (int row : one.plan.rows) {
            for (int its : other.plan.rows) {
                if (row == its) {
                    return true;
                }
            }
        }
        return false;
    }

    @Provide
    Arbitrary<List<Ask>> asks() {
        Arbitrary<List<Integer>> rows = Arbitraries.integers()
                .between(0, 5)
                .list()
                .uniqueElements()
                .ofMinSize(1)
                .ofMaxSize(3);
        return Combinators.combine(
                        Arbitraries.longs().between(0, 8_000),
                        Arbitraries.longs().between(0, 20_000),
                        rows)
                .as(Ask::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }
}
