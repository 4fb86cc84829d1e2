package dsqlsim.workload;

import static dsqlsim.workload.Laboratory.MS;
import static dsqlsim.workload.Laboratory.S;
import static dsqlsim.workload.Laboratory.workload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dsqlsim.kernel.Distribution;
import dsqlsim.txn.Plan;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final ArrivalsSpec.Scheduled LATER = new ArrivalsSpec.Scheduled(
            2 * S,
            -1,
            new TransactionSpec("later", 1, 1, 2, 3, true, Distribution.constant(5 * MS), 1, 0),
            List.of(7, 3, 9));
    private static final ArrivalsSpec.Scheduled FIRST =
            new ArrivalsSpec.Scheduled(S, -1, TransactionSpec.of("first", 0, 1), List.of(3));
    private static final ArrivalsSpec.Schedule BOTH = new ArrivalsSpec.Schedule(List.of(LATER, FIRST));

    private static WorkloadSpec scheduled() {
        return workload("w", BOTH)
                .transactions(BOTH.specs().toArray(TransactionSpec[]::new))
                .keys(KeysSpec.uniform("second", 10))
                .build();
    }

    private static WorkloadSpec other() {
        return workload("o", Laboratory.open(1))
                .keys(KeysSpec.uniform("first", 100))
                .build();
    }

    @Test
    void exactlyWhatItSaysIsOfferedInTheOrderOfTime() {
        Log log = new Laboratory(1).start(other(), scheduled()).run(5 * S).log;
        assertThat(log.offerTimes(1)).containsExactly(S, 2 * S);
        Plan later = log.offers.stream()
                .filter(offer -> offer.workload() == 1 && offer.at() == 2 * S)
                .findFirst()
                .orElseThrow()
                .plan();
        assertThat(later.rows).as("rows of its own table").containsExactly(107, 103, 109);
        assertThat(later.reads).isEqualTo(1);
        assertThat(later.forUpdate).isEqualTo(1);
        assertThat(later.blind).isTrue();
        assertThat(later.statements).isEqualTo(3);
        assertThat(later.workNanos).isEqualTo(5 * MS);
    }

    @Test
    void noSeedChangesIt() {
        assertThat(new Laboratory(1).start(scheduled()).run(5 * S).clients.fingerprint())
                .isEqualTo(
                        new Laboratory(2).start(scheduled()).run(5 * S).clients.fingerprint());
    }

    @Test
    void aSurgeOffersEachSoManyTimes() {
        Laboratory laboratory = new Laboratory(1).start(scheduled());
        laboratory.at(S + S / 2, () -> laboratory.clients.scaleLoad("w", 3)).run(5 * S);
        assertThat(laboratory.log.offerTimes(0)).containsExactly(S, 2 * S, 2 * S, 2 * S);
        assertThat(laboratory.log.offers.stream().map(Log.Offer::transaction)).doesNotHaveDuplicates();
    }

    @Test
    void aSlackLeavesOutAShare() {
        List<ArrivalsSpec.Scheduled> many = IntStream.range(0, 1_000)
                .mapToObj(i -> new ArrivalsSpec.Scheduled(i * MS, -1, FIRST.what(), FIRST.rows()))
                .toList();
        ArrivalsSpec.Schedule schedule = new ArrivalsSpec.Schedule(many);
        Laboratory laboratory = new Laboratory(1)
                .start(workload("w", schedule)
                        .transactions(schedule.specs().toArray(TransactionSpec[]::new))
                        .build());
        laboratory.clients.scaleLoad("w", 0.25);
        assertThat(laboratory.run(5 * S).log.offers).hasSizeBetween(200, 300);
    }

    @Test
    void nothingIsOfferedAfterTheEnd() {
        Laboratory laboratory = new Laboratory(1).start(scheduled());
        laboratory.at(S + 1, () -> laboratory.clients.stopOffering()).run(5 * S);
        assertThat(laboratory.log.offerTimes(0)).containsExactly(S);
    }

    @Test
    void aRowIsNamedOnce() {
        assertThatThrownBy(() -> new ArrivalsSpec.Scheduled(S, -1, TransactionSpec.of("twice", 1, 1), List.of(3, 3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'twice' names a row twice");
    }
}
