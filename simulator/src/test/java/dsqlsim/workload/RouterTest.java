package dsqlsim.workload;

import static dsqlsim.workload.Laboratory.MS;
import static dsqlsim.workload.Laboratory.S;
import static dsqlsim.workload.Laboratory.delay;
import static dsqlsim.workload.Laboratory.open;
import static dsqlsim.workload.Laboratory.workload;
import static org.assertj.core.api.Assertions.assertThat;

import dsqlsim.txn.Attempt;
import dsqlsim.txn.Outcome;
import dsqlsim.workload.FakeGateway.Call;
import dsqlsim.workload.FakeGateway.Reply;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The home endpoint is out from 20 to 50 s. */
class RouterTest {
    private final Laboratory laboratory = new Laboratory(1);

    @Test
    void clientsMoveAfterThreeFailuresAndComeBackWhenHomeServes() {
        out(Reply.outcome(Outcome.FAILED_UNAVAILABLE), Reply.GOOD);
        run(RoutingSpec.By.CLIENT);
        assertThat(failed()).hasSizeBetween(3, 6);
        // One transaction each at about 30 and 40 s tries in vain whether home is back, the one at about 50 s doesn't.
        assertThat(endpoints(19, 20)).containsOnly(0);
        assertThat(endpoints(21, 30)).containsOnly(1);
        assertThat(endpoints(30, 50).stream().filter(endpoint -> endpoint == 0)).hasSize(2);
        assertThat(endpoints(51, 60)).containsOnly(0);
    }

    @Test
    void refusedConnectionsMoveClientsToo() {
        out(Reply.LOST, Reply.LOST);
        run(RoutingSpec.By.CLIENT);
        assertThat(endpoints(21, 49)).containsOnly(1);
        assertThat(endpoints(61, 70)).containsOnly(0);
        assertThat(laboratory.log.ends).allMatch(Log.End::succeeded);
    }

    @Test
    void silenceMovesClientsByTheirTimeouts() {
        out(Reply.SILENT, Reply.SILENT);
        run(RoutingSpec.By.CLIENT);
        assertThat(endpoints(22, 49)).contains(1);
        assertThat(laboratory.log.ended.stream().filter(a -> a.startedAt >= 22 * S && a.startedAt < 29 * S))
                .allMatch(a -> a.outcome == Outcome.COMMITTED);
    }

    @Test
    void byDnsTheOldAnswerIsUsedUntilItExpires() {
        out(Reply.outcome(Outcome.FAILED_UNAVAILABLE), Reply.GOOD);
        laboratory.at(20 * S, () -> laboratory.name = 1).at(50 * S, () -> laboratory.name = 0);
        run(RoutingSpec.By.DNS);
        assertThat(endpoints(0, 20)).containsOnly(0);
        assertThat(endpoints(25, 50)).containsOnly(1);
        assertThat(endpoints(56, 70)).containsOnly(0);
        // The answer of this client expires somewhere within the five seconds.
        assertThat(endpoints(20, 25)).contains(0, 1);
    }

    @Test
    void byDnsTheirOwnFailuresMoveNobody() {
        out(Reply.outcome(Outcome.FAILED_UNAVAILABLE), Reply.LOST);
        run(RoutingSpec.By.DNS);
        assertThat(endpoints(0, 70)).containsOnly(0);
    }

    @Test
    void failuresAmongSuccessesMoveNobody() {
        laboratory.gateway.script = (call, connection, attempt) -> call == Call.COMMIT && attempt.id >>> 16 << 63 != 0
                ? Reply.outcome(Outcome.FAILED_UNAVAILABLE)
                : Reply.GOOD;
        laboratory.start(
                workload("w", open(20)).routing(routing(RoutingSpec.By.CLIENT)).build());
        laboratory.run(60 * S);
        assertThat(laboratory.log.outcomes()).contains(Outcome.FAILED_UNAVAILABLE);
        assertThat(endpoints(0, 60)).containsOnly(0);
    }

    @Test
    void threeFailuresInARowAreCountedAfresh() {
        OwnChoice router = new OwnChoice(new int[] {4, 7, 9}, routing(RoutingSpec.By.CLIENT));
        router.failed(4, 0);
        router.failed(4, 0);
        router.served(4, false);
        router.failed(4, 0);
        router.failed(4, 0);
        router.failed(7, 0);
        assertThat(router.endpoint(0)).isEqualTo(4);
        router.failed(4, 0);
        assertThat(router.endpoint(0)).isEqualTo(7);
        router.served(4, false);
        assertThat(router.endpoint(0)).isEqualTo(7);
        router.served(4, true);
        assertThat(router.endpoint(0)).isEqualTo(4);
    }

    @Test
    void theListIsGoneThroughInOrderAndRoundAgain() {
        OwnChoice router = new OwnChoice(new int[] {4, 7, 9}, routing(RoutingSpec.By.CLIENT));
        int[] seen = new int[4];
        for (int i = 0; i < seen.length; i++) {
            seen[i] = router.endpoint(i);
            for (int j = 0; j < 3; j++) {
                router.failed(seen[i], i);
            }
        }
        assertThat(seen).containsExactly(4, 7, 9, 4);
    }

    @Test
    void oneEndpointIsKeptWhateverHappens() {
        OwnChoice router = new OwnChoice(new int[] {4}, RoutingSpec.only("us-east-1"));
        for (int i = 0; i < 100; i++) {
            router.failed(4, i);
        }
        assertThat(router.endpoint(100)).isEqualTo(4);
        assertThat(router.triesHome(100 * S)).isFalse();
    }

    private void out(Reply toAttempts, Reply toConnect) {
        laboratory.gateway.script = (call, connection, attempt) -> {
            long now = laboratory.simulation.now();
            if (connection.endpoint != 0 || now < 20 * S || now >= 50 * S) {
                return Reply.GOOD;
            }
            return call == Call.CONNECT ? toConnect : toAttempts;
        };
    }

    private void run(RoutingSpec.By by) {
        laboratory.start(workload("w", open(20))
                .routing(routing(by))
                .timeout(300 * MS)
                .retry(new RetrySpec(20, delay(100 * MS), null, true))
                .build());
        laboratory.run(70 * S);
    }

    private static RoutingSpec routing(RoutingSpec.By by) {
        return new RoutingSpec(
                "us-east-1",
                List.of("us-east-2"),
                by,
                RoutingSpec.Reads.WRITER,
                3,
                10 * S,
                RoutingSpec.Policy.FAILOVER,
                5 * S);
    }

    private List<Attempt> failed() {
        return laboratory.log.ended.stream().filter(a -> a.outcome.failed()).toList();
    }

    private List<Integer> endpoints(long fromSeconds, long toSeconds) {
        return laboratory.log.ended.stream()
                .filter(a -> a.startedAt >= fromSeconds * S && a.startedAt < toSeconds * S)
                .map(a -> a.endpoint)
                .toList();
    }
}
