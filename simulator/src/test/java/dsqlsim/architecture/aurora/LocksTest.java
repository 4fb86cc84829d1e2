package dsqlsim.architecture.aurora;

import static org.assertj.core.api.Assertions.assertThat;

import dsqlsim.report.SafetyVerdict;
import org.junit.jupiter.api.Test;

/** What a workload sees of row locks, at each isolation, and where they are better or worse than optimism. */
class LocksTest {
    private static final String TEXT = """
            duration: 20s
            warmup: 2s
            topology: {architecture: aurora-multi-az, regions: [us-east-1]}
            workload:
              - name: all
                region: us-east-1
                clients: {count: 16, think: 5ms}
                transactions: {name: order, reads: 1, writes: 2, statements: 3}
                keys: {space: 30}
                retry: {attempts: 20, base: 5ms, cap: 200ms, jitter: full}
            settings:
              engine.deadlock-timeout: 20ms
            """;

    @Test
    void readCommittedWaitsAndDeadlocksAndRefusesNothingElse() {
        Ran ran = Ran.of(TEXT);
        assertThat(ran.result().waits().get("lock-wait").count()).isPositive();
        assertThat(ran.workload("all").attempts().aborted().deadlock()).isPositive();
        assertThat(ran.workload("all").attempts().aborted().occData()).isZero();
        assertThat(ran.safety("snapshot-isolation").verdict()).isEqualTo(SafetyVerdict.NOT_PROMISED);
        assertThat(ran.safety("snapshot-isolation").anomalies()).doesNotContainKey("lost-update");
    }

    @Test
    void underRepeatableReadTheFirstUpdaterWins() {
        Ran ran = Ran.of(TEXT, "settings.engine.isolation=repeatable-read");
        assertThat(ran.workload("all").attempts().aborted().occData()).isPositive();
        assertThat(ran.safety("snapshot-isolation").verdict()).isEqualTo(SafetyVerdict.OK);
    }

    @Test
    void underSerializableWhatIsReadIsLockedToo() {
        Ran ran = Ran.of(TEXT, "isolation=serializable");
        assertThat(ran.workload("all").attempts().aborted().deadlock()).isPositive();
        assertThat(ran.safety("snapshot-isolation").verdict()).isEqualTo(SafetyVerdict.OK);
    }

    @Test
    void aDeadlockCostsAsLongAsNobodyLooks() {
        double atOnce = Ran.of(TEXT, "settings.engine.deadlock-timeout=0ms")
                .workload("all")
                .throughput();
        double late = Ran.of(TEXT, "settings.engine.deadlock-timeout=1s")
                .workload("all")
                .throughput();
        assertThat(atOnce).isGreaterThan(2 * late);
    }

    /** V-18: who holds a lock and thinks stalls everybody else; with optimism nobody waits for it. */
    @Test
    void whoThinksWhileHoldingALockStallsOthers() {
        String thinking = """
                duration: 30s
                topology: {architecture: %s, regions: [us-east-1]}
                workload:
                  - {name: sleeper, arrivals: 0.2/s, transactions: {writes: 1, work: 2s}, keys: {table: t, space: 1}, retry: none}
                  - {name: busy, arrivals: 5/s, transactions: {writes: 1}, keys: {table: t, space: 1}, retry: {attempts: 5, base: 10ms}}
                """;
        assertThat(p99(thinking.formatted("aurora-multi-az"), "busy")).isGreaterThan(1.0);
        assertThat(p99(thinking.formatted("dsql-single-region"), "busy")).isLessThan(0.2);
    }

    private static double p99(String text, String workload) {
        return Ran.of(text).workload(workload).latency().get("transaction").p99();
    }

    @Test
    void aLockTimeoutEndsTheWait() {
        Ran ran = Ran.of(TEXT, "settings.engine.deadlock-timeout=1s", "settings.engine.lock-timeout=50ms");
        assertThat(ran.workload("all").attempts().failed().timeout()).isPositive();
        assertThat(ran.result().waits().get("lock-wait").max()).isLessThanOrEqualTo(0.0501);
    }

    /** The same question asked of both: waiting is better than being refused where few rows are wanted by many. */
    @Test
    void underContentionLocksAreBetter() {
        String tickets = """
                duration: 10s
                warmup: 2s
                topology: {architecture: %s, regions: [us-east-1]}
                workload:
                  - name: tickets
                    clients: {count: 48, think: 20ms}
                    transactions: {name: book, reads: 1, writes: 1, statements: 2, work: 5ms}
                    keys: {space: %d}
                    retry: {attempts: 20, base: 5ms, cap: 500ms, jitter: full}
                """;
        assertThat(throughput(tickets.formatted("aurora-multi-az", 12)))
                .isGreaterThan(1.5 * throughput(tickets.formatted("dsql-single-region", 12)));
        assertThat(throughput(tickets.formatted("aurora-multi-az", 100_000)))
                .isLessThan(1.3 * throughput(tickets.formatted("dsql-single-region", 100_000)));
    }

    private static double throughput(String text) {
        return Ran.of(text).workload("tickets").throughput();
    }

    /** A single writer far away costs a round trip per statement, optimism one per transaction. */
    @Test
    void overDistanceOptimismIsBetter() {
        String orders = """
                duration: 10s
                warmup: 2s
                topology: {architecture: %s, regions: [us-east-1, us-east-2], witness: us-west-2}
                workload:
                  - name: ohio
                    region: us-east-2
                    arrivals: 20/s
                    transactions: {name: order, writes: 10, statements: 10}
                    keys: {space: 100000}
                """;
        double locks = p99(orders.formatted("aurora-global"), "ohio");
        double optimism = p99(orders.formatted("dsql-multi-region"), "ohio");
        assertThat(locks).isGreaterThan(0.12);
        assertThat(optimism).isLessThan(0.075);
    }
}
