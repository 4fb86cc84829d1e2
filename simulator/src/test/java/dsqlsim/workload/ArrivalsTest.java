package dsqlsim.workload;

import static dsqlsim.workload.Laboratory.S;
import static dsqlsim.workload.Laboratory.closed;
import static dsqlsim.workload.Laboratory.open;
import static dsqlsim.workload.Laboratory.workload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArrivalsTest {
    private static final WorkloadSpec A = workload("a", open(1000)).build();
    private static final WorkloadSpec B = workload("b", open(700)).build();

    @Test
    void openArrivalsArePoisson() {
        List<Long> times = new Laboratory(1).start(A).run(100 * S).log.offerTimes(0);
        assertThat(times.size()).isCloseTo(100_000, within(4 * 317));
        double[] gaps = new double[times.size() - 1];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = (times.get(i + 1) - times.get(i)) / 1e6;
        }
        double mean = Arrays.stream(gaps).average().orElseThrow();
        double variance =
                Arrays.stream(gaps).map(g -> (g - mean) * (g - mean)).average().orElseThrow();
        assertThat(variance).isCloseTo(mean * mean, within(4 * Math.sqrt(8.0 / gaps.length)));
        double long2 = Arrays.stream(gaps).filter(g -> g > 2).count() / (double) gaps.length;
        assertThat(long2).isCloseTo(Math.exp(-2), within(0.0044));
    }

    @Test
    void anotherWorkloadChangesNothing() {
        Log alone = new Laboratory(7).start(A).run(S).log;
        Log second = new Laboratory(7).start(B, A).run(S).log;
        assertThat(described(second, 1)).isEqualTo(described(alone, 0)).hasSizeGreaterThan(900);
    }

    @Test
    void anotherSeedChangesEverything() {
        assertThat(new Laboratory(7).start(A).run(S).log.offerTimes(0))
                .doesNotContainAnyElementsOf(
                        new Laboratory(8).start(A).run(S).log.offerTimes(0));
    }

    @Test
    void aSlowerDatabaseIsAskedTheSame() {
        Laboratory slow = new Laboratory(7);
        slow.gateway.answerNanos = S / 4;
        slow.start(A, B).run(S);
        Laboratory fast = new Laboratory(7).start(A, B).run(S);
        assertThat(described(slow.log, 0)).isEqualTo(described(fast.log, 0));
        assertThat(slow.clients.fingerprint()).isEqualTo(fast.clients.fingerprint());
        assertThat(new Laboratory(8).start(A, B).run(S).clients.fingerprint()).isNotEqualTo(fast.clients.fingerprint());
    }

    @Test
    void aSurgeAddsArrivalsAndLeavesTheOthersAlone() {
        Log usual = new Laboratory(3).start(A).run(30 * S).log;
        Laboratory surged = new Laboratory(3).start(A);
        Log log = surge(surged, 3).run(30 * S).log;
        assertThat(described(log, 0)).containsAll(described(usual, 0));
        assertThat(during(log, 10, 20)).isCloseTo(30_000, within(700L));
        assertThat(during(log, 0, 10)).isEqualTo(during(usual, 0, 10));
        assertThat(during(log, 20, 30)).isEqualTo(during(usual, 20, 30));
    }

    @Test
    void aSlackLeavesOutSomeArrivalsAndNoOthersCome() {
        Log usual = new Laboratory(3).start(A).run(30 * S).log;
        Log log = surge(new Laboratory(3).start(A), 0.25).run(30 * S).log;
        assertThat(described(usual, 0)).containsAll(described(log, 0));
        assertThat(during(log, 10, 20)).isCloseTo(2500, within(200L));
    }

    @Test
    void overlappingSurgesMultiplyAndEndOneByOne() {
        Laboratory laboratory = new Laboratory(3).start(A);
        Runnable first = laboratory.clients.scaleLoad("a", 2);
        Runnable second = laboratory.clients.scaleLoad("a", 3);
        laboratory.at(10 * S, first).at(20 * S, second).run(30 * S);
        assertThat(during(laboratory.log, 0, 10)).isCloseTo(60_000, within(1000L));
        assertThat(during(laboratory.log, 10, 20)).isCloseTo(30_000, within(700L));
        assertThat(during(laboratory.log, 20, 30)).isCloseTo(10_000, within(400L));
    }

    @Test
    void noClientOffersAfterTheEnd() {
        Laboratory laboratory =
                new Laboratory(3).start(A, workload("c", closed(5, 0)).build());
        Runnable surge = laboratory.clients.scaleLoad("c", 2);
        laboratory
                .at(S, () -> laboratory.clients.stopOffering())
                .at(2 * S, surge)
                .run(3 * S);
        assertThat(laboratory.log.offers).allMatch(offer -> offer.at() <= S);
        assertThat(laboratory.clients.open()).isZero();
        assertThat(laboratory.clients.offered()).isEqualTo(laboratory.log.ends.size());
    }

    @Test
    void aSurgeOfAClosedLoopIsMoreClients() {
        Laboratory laboratory =
                new Laboratory(3).start(workload("c", closed(10, S / 10)).build());
        // A transaction is begin, statement and commit: 3 ms, and 100 ms of thinking.
        surge(laboratory, "c", 2.5).run(30 * S);
        assertThat(during(laboratory.log, 0, 10)).isCloseTo(970, within(20L));
        assertThat(during(laboratory.log, 10, 20)).isCloseTo(2427, within(40L));
        assertThat(during(laboratory.log, 20, 30)).isCloseTo(970, within(30L));
    }

    @Test
    void transactionsHaveNumbersOfTheirOwn() {
        Laboratory laboratory =
                new Laboratory(3).start(A, B, workload("c", closed(10, 0)).build());
        surge(laboratory, 2).run(20 * S);
        assertThat(laboratory.log.offers.stream().map(Log.Offer::transaction)).doesNotHaveDuplicates();
        assertThat(laboratory.log.started.stream().map(attempt -> attempt.id)).doesNotHaveDuplicates();
        assertThat(laboratory.log.started)
                .allMatch(attempt -> Ids.workloadOf(attempt.id) == attempt.plan.workload && attempt.id > 0);
    }

    @Test
    void theMixFollowsItsWeights() {
        TransactionSpec often = TransactionSpec.of("often", 2, 0);
        TransactionSpec rare = new TransactionSpec("rare", 0.25, 0, 3, 1, true, often.work(), 0, 0);
        Log log = new Laboratory(2)
                .start(workload("w", open(1000)).transactions(often, rare).build())
                .run(50 * S)
                .log;
        Map<Integer, Integer> kinds = new HashMap<>();
        log.offers.forEach(offer -> kinds.merge(offer.plan().kind, 1, Integer::sum));
        assertThat(kinds.get(1) / (double) log.offers.size()).isCloseTo(0.2, within(0.008));
        assertThat(log.offers).allMatch(offer -> offer.plan().writes() == (offer.plan().kind == 0 ? 0 : 3));
    }

    private static Laboratory surge(Laboratory laboratory, double factor) {
        return surge(laboratory, "a", factor);
    }

    /** A surge from 10 to 20 s. */
    private static Laboratory surge(Laboratory laboratory, String name, double factor) {
        Runnable[] heal = new Runnable[1];
        return laboratory
                .at(10 * S, () -> heal[0] = laboratory.clients.scaleLoad(name, factor))
                .at(20 * S, () -> heal[0].run());
    }

    private static long during(Log log, long fromSeconds, long toSeconds) {
        return log.offers.stream()
                .filter(offer -> offer.at() >= fromSeconds * S && offer.at() < toSeconds * S)
                .count();
    }

    private static List<String> described(Log log, int workload) {
        return log.offers.stream()
                .filter(offer -> offer.workload() == workload)
                .map(offer -> offer.at() + " " + offer.plan().kind + " " + Arrays.toString(offer.plan().rows))
                .toList();
    }
}
