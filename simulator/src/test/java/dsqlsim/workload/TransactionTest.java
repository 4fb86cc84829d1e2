package dsqlsim.workload;

import static dsqlsim.txn.Outcome.ABORTED_LIMIT;
import static dsqlsim.txn.Outcome.ABORTED_OCC_DATA;
import static dsqlsim.txn.Outcome.COMMITTED;
import static dsqlsim.txn.Outcome.FAILED_CONNECTION;
import static dsqlsim.txn.Outcome.FAILED_TIMEOUT;
import static dsqlsim.txn.Outcome.FAILED_UNAVAILABLE;
import static dsqlsim.txn.Outcome.UNKNOWN;
import static dsqlsim.workload.Laboratory.MS;
import static dsqlsim.workload.Laboratory.S;
import static dsqlsim.workload.Laboratory.closed;
import static dsqlsim.workload.Laboratory.delay;
import static dsqlsim.workload.Laboratory.retry;
import static dsqlsim.workload.Laboratory.workload;
import static org.assertj.core.api.Assertions.assertThat;

import dsqlsim.kernel.Distribution;
import dsqlsim.txn.Attempt;
import dsqlsim.txn.Outcome;
import dsqlsim.workload.FakeGateway.Call;
import dsqlsim.workload.FakeGateway.Reply;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One client that offers one transaction after a second of thinking; what becomes of it. */
class TransactionTest {
    private final Laboratory laboratory = new Laboratory(1);

    @Test
    void runsItsStatementsOneByOneThenWorksThenCommits() {
        TransactionSpec spec = new TransactionSpec("t", 1, 4, 2, 3, false, Distribution.constant(20 * MS), 0, 0);
        run(one().transactions(spec));
        assertThat(laboratory.log.operations)
                .containsExactly(
                        "begin 1000000", "read 1000000", "read 1000000", "statement 1000000", "commit 1000000");
        Attempt attempt = laboratory.log.ended.get(0);
        assertThat(attempt.outcome).isEqualTo(COMMITTED);
        assertThat(List.of(attempt.offeredAt, attempt.startedAt, attempt.beganAt))
                .containsOnly(S);
        assertThat(attempt.commitSentAt).isEqualTo(S + 24 * MS);
        assertThat(attempt.endedAt).isEqualTo(S + 25 * MS);
        assertThat(attempt.answered).isEqualTo(6);
        assertThat(attempt.endpoint).isZero();
        assertThat(laboratory.log.ends).containsExactly(new Log.End(Ids.transactionOf(attempt.id), attempt, true, 1));
    }

    @Test
    void abortsAreRetriedAfterTheirPauseUpToTheLast() {
        answer(Call.COMMIT, Reply.outcome(ABORTED_OCC_DATA));
        run(one().retry(retry(3, delay(50 * MS))));
        assertThat(laboratory.log.outcomes()).containsExactly(ABORTED_OCC_DATA, ABORTED_OCC_DATA, ABORTED_OCC_DATA);
        assertThat(laboratory.log.started.stream().map(a -> (a.startedAt - S) / MS))
                .containsExactly(0L, 53L, 106L);
        assertThat(laboratory.log.started.stream().map(a -> a.number)).containsExactly(1, 2, 3);
        assertThat(laboratory.log.started).allMatch(a -> a.offeredAt == S);
        assertThat(laboratory.log.ends.get(0).succeeded()).isFalse();
        assertThat(laboratory.log.ends.get(0).attempts()).isEqualTo(3);
    }

    @Test
    void aRetryThatCommitsIsASuccess() {
        laboratory.gateway.script = (call, connection, attempt) ->
                call == Call.COMMIT && attempt.number < 3 ? Reply.outcome(ABORTED_OCC_DATA) : Reply.GOOD;
        run(one().retry(retry(RetrySpec.UNLIMITED, delay(0))));
        assertThat(laboratory.log.outcomes()).containsExactly(ABORTED_OCC_DATA, ABORTED_OCC_DATA, COMMITTED);
        assertThat(laboratory.log.ends.get(0).succeeded()).isTrue();
    }

    @Test
    void aLimitIsNotTriedTwice() {
        answer(Call.STATEMENT, Reply.outcome(ABORTED_LIMIT));
        assertThat(outcomes(one().retry(retry(5, delay(0))))).containsExactly(ABORTED_LIMIT);
    }

    @Test
    void theBudgetEndsRetriesEarly() {
        answer(Call.COMMIT, Reply.outcome(ABORTED_OCC_DATA));
        RetrySpec retry = new RetrySpec(10, delay(0), new RetrySpec.TokenBucket(2, 0, 0), false);
        assertThat(outcomes(one().retry(retry))).hasSize(3);
    }

    @Test
    void noRetryBeginsAfterTheDeadlineAndNoAttemptOutlivesIt() {
        answer(Call.COMMIT, Reply.outcome(ABORTED_OCC_DATA));
        assertThat(outcomes(one().deadline(100 * MS).retry(retry(10, delay(46_200_000)))))
                .containsExactly(ABORTED_OCC_DATA, ABORTED_OCC_DATA, FAILED_TIMEOUT);
        assertThat(laboratory.log.ended.get(2).endedAt).isEqualTo(S + 100 * MS);
        assertThat(laboratory.log.ends).hasSize(1);
    }

    @Test
    void unavailableIsAFailureAndTheConnectionIsKept() {
        laboratory.gateway.script = (call, connection, attempt) ->
                call == Call.BEGIN && attempt.number == 1 ? Reply.outcome(FAILED_UNAVAILABLE) : Reply.GOOD;
        assertThat(outcomes(one().retry(retry(2, delay(0))))).containsExactly(FAILED_UNAVAILABLE, COMMITTED);
        assertThat(laboratory.gateway.opened).hasSize(3);
    }

    @Test
    void aConnectionLostBeforeCommitIsAFailure() {
        firstOnly(Call.STATEMENT, Reply.LOST);
        assertThat(outcomes(one().retry(retry(2, delay(0))))).containsExactly(FAILED_CONNECTION, COMMITTED);
    }

    @Test
    void aConnectionLostAfterCommitIsUnknownAndEndsTheTransaction() {
        firstOnly(Call.COMMIT, Reply.LOST);
        assertThat(outcomes(one().retry(retry(5, delay(0))))).containsExactly(UNKNOWN);
        assertThat(laboratory.log.ends.get(0).succeeded()).isFalse();
    }

    @Test
    void anUnknownOutcomeIsRetriedWhenAskedFor() {
        firstOnly(Call.COMMIT, Reply.outcome(UNKNOWN));
        assertThat(outcomes(one().retry(new RetrySpec(5, delay(0), null, true))))
                .containsExactly(UNKNOWN, COMMITTED);
        assertThat(laboratory.log.ends.get(0).succeeded()).isTrue();
    }

    @Test
    void aTimeoutBeforeCommitIsAFailureAndTheConnectionIsGivenUp() {
        firstOnly(Call.STATEMENT, Reply.SILENT);
        assertThat(outcomes(one().timeout(30 * MS).retry(retry(2, delay(0)))))
                .containsExactly(FAILED_TIMEOUT, COMMITTED);
        assertThat(laboratory.log.ended.get(0).endedAt).isEqualTo(S + 30 * MS);
        assertThat(laboratory.gateway.rollbacks).isEqualTo(1);
        assertThat(laboratory.clients.connections("w")).isEqualTo(2);
    }

    @Test
    void aTimeoutAfterCommitIsUnknown() {
        firstOnly(Call.COMMIT, Reply.SILENT);
        assertThat(outcomes(one().timeout(30 * MS).retry(retry(2, delay(0))))).containsExactly(UNKNOWN);
    }

    @Test
    void anAnswerAfterTheTimeoutIsForNobody() {
        laboratory.gateway.answerNanos = 20 * MS;
        assertThat(outcomes(one().timeout(30 * MS))).containsExactly(FAILED_TIMEOUT);
        assertThat(laboratory.log.ends).hasSize(1);
    }

    @Test
    void aConnectionLostWhileTheClientWorksIsNoticedAtOnce() {
        TransactionSpec spec = new TransactionSpec("t", 1, 1, 1, 1, false, Distribution.constant(S / 2), 0, 0);
        laboratory.at(S + 100 * MS, () -> laboratory.gateway.opened.forEach(c -> c.client.lost(c)));
        run(one().transactions(spec).retry(retry(2, delay(0))));
        assertThat(laboratory.log.outcomes()).containsExactly(FAILED_CONNECTION, COMMITTED);
        assertThat(laboratory.log.ended.get(0).endedAt).isEqualTo(S + 100 * MS);
        assertThat(laboratory.log.ended.get(1).endedAt).isEqualTo(S + 603 * MS);
    }

    @Test
    void pausesOfOneTransactionDoNotDependOnOthers() {
        RetrySpec retry = retry(4, new RetrySpec.Exponential(10 * MS, S, RetrySpec.Jitter.FULL));
        answer(Call.COMMIT, Reply.outcome(ABORTED_OCC_DATA));
        run(one().retry(retry));
        Laboratory crowd = new Laboratory(1);
        crowd.gateway.script = laboratory.gateway.script;
        WorkloadSpec other =
                workload("other", Laboratory.open(500)).retry(retry).build();
        crowd.start(other, one().retry(retry).build()).run(2 * S - 1);
        assertThat(crowd.log.started.stream()
                        .filter(a -> a.plan.workload == 1)
                        .map(a -> a.startedAt)
                        .toList())
                .isEqualTo(laboratory.log.started.stream().map(a -> a.startedAt).toList())
                .hasSize(4);
    }

    @Test
    void attemptsAreCountedForTheStop() {
        answer(Call.COMMIT, Reply.outcome(ABORTED_OCC_DATA));
        laboratory.start(
                workload("w", closed(3, 10 * MS)).retry(retry(3, delay(0))).build());
        laboratory.clients.whenAttempts(100, S, laboratory.simulation::stop);
        laboratory.run(100 * S);
        assertThat(laboratory.log.ended.stream().filter(a -> a.endedAt >= S)).hasSize(100);
        assertThat(laboratory.simulation.now())
                .isEqualTo(laboratory.log.ended.get(laboratory.log.ended.size() - 1).endedAt);
    }

    private static Laboratory.Builder one() {
        return workload("w", closed(1, S));
    }

    private void answer(Call which, Reply reply) {
        laboratory.gateway.script = (call, connection, attempt) -> call == which ? reply : Reply.GOOD;
    }

    private void firstOnly(Call which, Reply reply) {
        laboratory.gateway.script = (call, connection, attempt) ->
                call == which && attempt.number == 1 && attempt.offeredAt == S ? reply : Reply.GOOD;
    }

    private void run(Laboratory.Builder workload) {
        laboratory.start(workload.build()).run(2 * S - 1);
        assertThat(IntStream.range(0, laboratory.log.ended.size()))
                .allMatch(i -> laboratory.log.ended.get(i).outcome != null);
    }

    private List<Outcome> outcomes(Laboratory.Builder workload) {
        run(workload);
        return laboratory.log.outcomes();
    }
}
