package dsqlsim.workload;

import static dsqlsim.workload.Laboratory.MS;
import static dsqlsim.workload.Laboratory.S;
import static dsqlsim.workload.Laboratory.closed;
import static dsqlsim.workload.Laboratory.delay;
import static dsqlsim.workload.Laboratory.open;
import static dsqlsim.workload.Laboratory.retry;
import static dsqlsim.workload.Laboratory.workload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dsqlsim.kernel.Randomness;
import dsqlsim.txn.Outcome;
import dsqlsim.workload.FakeGateway.Reply;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Laws that hold for all clients together. */
class ClientLawsTest {
    @Test
    void aClosedLoopObeysTheResponseTimeLaw() {
        Laboratory laboratory = new Laboratory(4);
        laboratory.gateway.serviceNanos = 10 * MS;
        laboratory.start(workload("w", closed(50, S / 4)).build()).run(100 * S);
        double x = laboratory.log.succeeded() / 100.0;
        double r = laboratory.log.ended.stream()
                .mapToLong(a -> a.endedAt - a.startedAt)
                .average()
                .orElseThrow();
        // Saturated: 100 a second. X = N / (Z + R).
        assertThat(x).isCloseTo(100, within(0.5));
        assertThat(x).isCloseTo(50 / (0.25 + r / 1e9), within(0.5));
    }

    @Test
    void retriesMultiplyTheLoadAsAGeometricSum() {
        Laboratory laboratory = new Laboratory(4);
        laboratory.gateway.script = (call, connection, attempt) ->
                call == FakeGateway.Call.COMMIT && Randomness.uniform(Randomness.key(77, attempt.id)) < 0.5
                        ? Reply.outcome(Outcome.ABORTED_OCC_DATA)
                        : Reply.GOOD;
        laboratory
                .start(workload("w", open(2000)).retry(retry(4, delay(MS))).build())
                .run(50 * S);
        double offered = laboratory.log.ends.size();
        assertThat(laboratory.log.ended.size() / offered).isCloseTo(1.875, within(0.015));
        assertThat(laboratory.log.succeeded() / offered).isCloseTo(0.9375, within(0.0035));
    }

    /** Whatever the database does, everything that begins ends exactly once, and is let go. */
    @Property(tries = 60)
    void everythingEndsExactlyOnce(@ForAll long seed) {
        Laboratory laboratory = new Laboratory(seed);
        laboratory.gateway.connectNanos = 5 * MS;
        laboratory.gateway.script = (call, connection, attempt) -> {
            long key = Randomness.key(Randomness.key(seed, connection.id), laboratory.simulation.now());
            return switch ((int) Randomness.below(Randomness.key(key, call.ordinal()), 14)) {
                case 0 -> Reply.LOST;
                case 1 -> Reply.SILENT;
                case 2 -> call == FakeGateway.Call.CONNECT ? Reply.GOOD : Reply.outcome(Outcome.ABORTED_OCC_DATA);
                case 3 -> call == FakeGateway.Call.CONNECT ? Reply.GOOD : Reply.outcome(Outcome.FAILED_UNAVAILABLE);
                case 4 -> call == FakeGateway.Call.COMMIT ? Reply.outcome(Outcome.UNKNOWN) : Reply.GOOD;
                default -> Reply.GOOD;
            };
        };
        RoutingSpec routing = new RoutingSpec(
                "us-east-1",
                List.of("us-east-2"),
                (seed & 1) == 0 ? RoutingSpec.By.CLIENT : RoutingSpec.By.DNS,
                RoutingSpec.Reads.WRITER,
                2,
                S / 4,
                RoutingSpec.Policy.LATENCY,
                S / 10);
        RetrySpec retry = new RetrySpec(
                3,
                new RetrySpec.Exponential(MS, 50 * MS, RetrySpec.Jitter.DECORRELATED),
                new RetrySpec.TokenBucket(5, 50, 0.1),
                (seed & 2) == 0);
        ConnectionsSpec connections = new ConnectionsSpec(8, S / 2, 0.5, 30 * MS);
        laboratory.start(
                workload("open", open(400))
                        .routing(routing)
                        .retry(retry)
                        .timeout(40 * MS)
                        .deadline(100 * MS)
                        .connections(connections)
                        .build(),
                workload("closed", closed(12, MS))
                        .routing(routing)
                        .retry(retry)
                        .timeout(40 * MS)
                        .connections(connections)
                        .build());
        laboratory.at(2 * S, () -> laboratory.clients.stopOffering()).run(10 * S);
        Log log = laboratory.log;
        assertThat(laboratory.clients.open()).isZero();
        assertThat(log.ends).hasSameSizeAs(log.offers).hasSizeGreaterThan(800);
        assertThat(log.ends.stream().map(Log.End::transaction)).doesNotHaveDuplicates();
        assertThat(log.ended).hasSameSizeAs(log.started).doesNotHaveDuplicates();
        assertThat(log.ends.stream().mapToInt(Log.End::attempts).sum()).isEqualTo(log.ended.size());
        assertThat(log.ends).allMatch(end -> end.succeeded() == (end.last().outcome == Outcome.COMMITTED));
        assertThat(log.ended).allMatch(a -> a.endedAt - a.startedAt <= 40 * MS && a.endedAt >= a.startedAt);
        assertThat(log.ended).allMatch(a -> a.outcome != Outcome.UNKNOWN || a.commitSentAt >= 0);
    }

    @Test
    void oneSeedIsOneRun() {
        assertThat(fingerprint(5)).isEqualTo(fingerprint(5)).isNotEqualTo(fingerprint(6));
    }

    private static long fingerprint(long seed) {
        Laboratory laboratory = new Laboratory(seed);
        laboratory.start(workload("w", open(500)).build()).run(5 * S);
        return laboratory.simulation.fingerprint();
    }
}
