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

import dsqlsim.architecture.Connection;
import dsqlsim.txn.Attempt;
import dsqlsim.txn.Outcome;
import dsqlsim.workload.FakeGateway.Call;
import dsqlsim.workload.FakeGateway.Reply;
import java.util.List;
import org.junit.jupiter.api.Test;

class PoolTest {
    private final Laboratory laboratory = new Laboratory(1);

    @Test
    void startsWithOneConnectionInEachZone() {
        laboratory.start(workload("w", open(1)).build());
        assertThat(laboratory.gateway.opened.stream().map(c -> c.clientZone)).containsExactly(0, 1, 2);
    }

    @Test
    void neverOpensMoreThanItsSizeAndServesInOrder() {
        laboratory.start(workload("w", open(2000))
                .connections(pool(4, WorkloadSpec.NONE))
                .build());
        laboratory.run(5 * S);
        assertThat(laboratory.gateway.openMax).isEqualTo(4);
        // Three answers of 1 ms each on four connections: 1333 transactions a second at most.
        assertThat(laboratory.log.succeeded()).isCloseTo(6665, within(10L));
        assertThat(laboratory.log.ended.stream().map(a -> a.startedAt).toList()).isSorted();
        assertThat(laboratory.log.ended.stream().map(a -> a.beganAt).toList()).isSorted();
    }

    @Test
    void opensAsManyAsAreInUseAtATimeAndSpreadsThem() {
        laboratory.start(workload("w", closed(30, 0)).build()).run(S);
        assertThat(laboratory.gateway.opened).hasSize(30);
        assertThat(laboratory.gateway.opened.stream().filter(c -> c.clientZone == 2))
                .hasSize(10);
        assertThat(laboratory.gateway.opened.stream().map(c -> c.id)).doesNotHaveDuplicates();
    }

    @Test
    void oldConnectionsAreReplacedOneByOne() {
        laboratory.start(workload("w", open(300))
                .connections(new ConnectionsSpec(3, 10 * S, 0.5, S))
                .build());
        laboratory.run(100 * S);
        // Lifetimes are uniform between 5 and 10 s: three slots, 7.5 s each, 100 s.
        assertThat(laboratory.gateway.opened.size()).isBetween(36, 44);
        assertThat(laboratory.gateway.openMax).isLessThanOrEqualTo(3);
        assertThat(laboratory.clients.connections("w")).isEqualTo(3);
        assertThat(laboratory.log.succeeded()).isGreaterThan(29_000);
    }

    @Test
    void nobodyWaitsForAReplacement() {
        laboratory.gateway.connectNanos = 50 * MS;
        laboratory
                .start(workload("w", open(20))
                        .connections(new ConnectionsSpec(3, 10 * S, 0.5, S))
                        .build())
                .run(100 * S);
        assertThat(laboratory.gateway.opened.size()).isBetween(34, 44);
        assertThat(laboratory.log.ended.stream().filter(a -> a.startedAt > S && a.beganAt > a.startedAt + 4 * MS))
                .isEmpty();
    }

    @Test
    void noTransactionBeginsOnAConnectionThatIsTooOld() {
        laboratory.gateway.script = (call, connection, attempt) -> {
            if (call == Call.BEGIN) {
                assertThat(attempt.beganAt - connection.openedAt).isLessThan(10 * S);
            }
            return Reply.GOOD;
        };
        laboratory.start(workload("w", open(0.5)).connections(pool(3, 10 * S)).build());
        laboratory.run(200 * S);
        assertThat(laboratory.log.succeeded()).isGreaterThan(60);
    }

    @Test
    void aRefusalFailsTheOneWhoWaits() {
        laboratory.gateway.connectNanos = 5 * MS;
        laboratory.gateway.script = (call, connection, attempt) -> call == Call.CONNECT ? Reply.LOST : Reply.GOOD;
        laboratory.start(
                workload("w", closed(1, S)).retry(retry(2, delay(10 * MS))).build());
        laboratory.run(2 * S - 1);
        assertThat(laboratory.log.outcomes()).containsExactly(Outcome.FAILED_CONNECTION, Outcome.FAILED_CONNECTION);
        assertThat(laboratory.log.ended.stream().map(a -> a.endedAt - a.startedAt))
                .containsOnly(5 * MS);
        assertThat(laboratory.log.connects).hasSize(5).noneMatch(Log.Connect::succeeded);
    }

    @Test
    void aConnectionThatNeverComesTimesOut() {
        laboratory.gateway.script = (call, connection, attempt) -> call == Call.CONNECT ? Reply.SILENT : Reply.GOOD;
        ConnectionsSpec connections = new ConnectionsSpec(1, WorkloadSpec.NONE, 0, 300 * MS);
        laboratory
                .start(workload("w", closed(1, S)).connections(connections).build())
                .run(2 * S - 1);
        assertThat(laboratory.log.outcomes()).containsExactly(Outcome.FAILED_CONNECTION);
        assertThat(laboratory.log.ended.get(0).endedAt).isEqualTo(S + 300 * MS);
        assertThat(laboratory.gateway.open).isZero();
    }

    @Test
    void whoGivesUpWaitingLeavesTheQueue() {
        laboratory.gateway.answerNanos = 30 * MS;
        laboratory.gateway.connectNanos = 100 * MS;
        laboratory
                .start(workload("w", open(50))
                        .connections(pool(1, WorkloadSpec.NONE))
                        .timeout(200 * MS)
                        .build())
                .run(3 * S);
        assertThat(laboratory.log.outcomes()).contains(Outcome.FAILED_TIMEOUT, Outcome.COMMITTED);
        assertThat(laboratory.log.ended).allMatch(a -> a.endedAt - a.startedAt <= 200 * MS);
        assertThat(laboratory.log.ended.stream().filter(a -> a.beganAt < 0)).hasSizeGreaterThan(20);
        assertThat(laboratory.clients.open()).isLessThan(20);
    }

    @Test
    void lostIdleConnectionsAreOpenedAgainWhenNeeded() {
        laboratory.start(workload("w", closed(1, S)).build());
        laboratory.at(S / 2, () -> List.copyOf(laboratory.gateway.opened).forEach(c -> c.client.lost(c)));
        laboratory.run(S / 2);
        assertThat(laboratory.clients.connections("w")).isZero();
        laboratory.run(2 * S - 1);
        assertThat(laboratory.log.outcomes()).containsExactly(Outcome.COMMITTED);
        assertThat(laboratory.clients.connections("w")).isEqualTo(1);
    }

    @Test
    void aConnectionCarriesOneAttemptAtATime() {
        laboratory.gateway.script = (call, connection, attempt) -> {
            if (call != Call.CONNECT) {
                assertThat(connection.attempt).isSameAs(attempt);
                assertThat(usersOf(attempt)).containsExactly(connection);
            }
            return Reply.GOOD;
        };
        laboratory
                .start(workload("w", open(2000)).connections(pool(5, 2 * S)).build())
                .run(3 * S);
        assertThat(laboratory.log.succeeded()).isGreaterThan(4500);
    }

    private List<Connection> usersOf(Attempt attempt) {
        return laboratory.gateway.opened.stream()
                .filter(c -> c.attempt == attempt)
                .toList();
    }

    private static ConnectionsSpec pool(int size, long maxAgeNanos) {
        return new ConnectionsSpec(size, maxAgeNanos, 0, WorkloadSpec.NONE);
    }
}
