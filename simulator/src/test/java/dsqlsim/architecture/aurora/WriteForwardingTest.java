package dsqlsim.architecture.aurora;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Write forwarding: facts 3.4, G-07 and case F7. */
class WriteForwardingTest {
    /** One user in Ohio writes and reads one row in turn; in the second form somebody in Virginia writes it, too. */
    private static final String OWN = """
            duration: 60s
            topology: {architecture: aurora-global, regions: [us-east-1, us-east-2]}
            workload:
              - name: user
                region: us-east-2
                clients: {count: 1, think: 10ms}
                transactions: [{name: change, writes: 1, blind: true}, {name: look, reads: 1}]
                keys: {table: t, space: 1}
                connections: {pool: 1}
            """;

    private static final String BOTH = OWN + """
              - name: other
                region: us-east-1
                arrivals: 5/s
                transactions: {name: change, writes: 1, blind: true}
                keys: {table: t, space: 1}
            """;

    private static long missed(String text, String mode) {
        return Ran.of(text, "settings.aurora-global.write-forwarding=" + mode).found("linearizable-reads");
    }

    @Test
    void eventualMissesOwnWritesSessionOthersAndGlobalNone() {
        assertThat(missed(OWN, "eventual")).isPositive();
        assertThat(missed(OWN, "session")).isZero();
        assertThat(missed(BOTH, "session")).isPositive();
        assertThat(missed(BOTH, "global")).isZero();
        assertThat(missed(BOTH, "off")).isZero();
    }

    /** Every statement and COMMIT cross: 132, 392 and 1367 ms with 3 ms a statement, 62 ms there and back and 5 ms a commit. */
    @Test
    void everyStatementCrosses() {
        assertThat(seconds(1)).isEqualTo(0.132);
        assertThat(seconds(5)).isEqualTo(0.392);
        assertThat(seconds(20)).isEqualTo(1.367);
    }

    private static double seconds(int statements) {
        Ran ran = Ran.of("""
                preset: ideal
                duration: 10s
                topology: {architecture: aurora-global, regions: [us-east-1, us-west-2]}
                network: {us-east-1 - us-west-2: 31ms}
                workload:
                  - name: far
                    region: us-west-2
                    clients: {count: 1}
                    transactions: {name: order, writes: 20, statements: %d}
                    keys: {space: 100000}
                settings:
                  aurora-global.write-forwarding: session
                  engine.statement-time: 3ms
                  aurora.persist: 5ms
                """.formatted(statements));
        return ran.workload("far").latency().get("transaction").mean();
    }

    @Test
    void whenThePrimaryIsGoneLocalReadsAnswerExceptGlobalOnes() {
        String dark = """
                duration: 60s
                topology: {architecture: aurora-global, regions: [us-east-1, us-east-2]}
                workload:
                  - {name: looks, region: us-east-2, arrivals: 20/s, transactions: {reads: 1}, retry: none, timeout: 1s}
                faults: [{id: dark, at: 10s, region-outage: us-east-1}]
                """;
        assertThat(availability(dark, "eventual")).isEqualTo(1.0);
        assertThat(availability(dark, "session")).isEqualTo(1.0);
        assertThat(availability(dark, "global")).isLessThan(0.25);
    }

    private static double availability(String text, String mode) {
        return Ran.of(text, "settings.aurora-global.write-forwarding=" + mode)
                .workload("looks")
                .availability();
    }
}
