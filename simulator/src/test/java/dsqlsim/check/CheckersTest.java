package dsqlsim.check;

import static org.assertj.core.api.Assertions.assertThat;

import dsqlsim.measure.MeasurePlan;
import dsqlsim.measure.MetricCatalog;
import dsqlsim.measure.Recorder;
import dsqlsim.report.SafetyResult;
import dsqlsim.report.SafetyVerdict;
import dsqlsim.txn.Attempt;
import dsqlsim.txn.Observer;
import dsqlsim.txn.Plan;
import dsqlsim.txn.Survivors;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CheckersTest {
    private static final Plan PLAN = new Plan(0, 0, new int[] {1}, 0, 0, true, 1, 0);

    private final Recorder recorder = new Recorder(
            new MeasurePlan(
                    100,
                    0,
                    0,
                    0,
                    List.of("east"),
                    List.of(new MeasurePlan.Load("orders", 0, MeasurePlan.NONE)),
                    List.of()),
            new NothingSurvives());
    private final Checkers checkers = new Checkers(recorder.audit(), false);

    @Test
    void everyCheckOfTheCatalogueHasACheckerAndTheOtherWayRound() {
        assertThat(checkers.results(check -> true))
                .extracting(SafetyResult::check)
                .containsExactlyElementsOf(MetricCatalog.CHECKS);
    }

    @Test
    void findsWhatTheAuditFound() {
        for (Observer each : List.of(recorder, checkers)) {
            each.offered(0, 0, 1, PLAN, 1);
            Attempt attempt = History.wrote(1, 1, 5, 6, 1);
            each.started(attempt);
            each.ended(attempt);
            each.finished(1, attempt, true, 1);
        }
        recorder.finish(50);
        checkers.finish(50);
        assertThat(verdicts(true)).containsExactly(SafetyVerdict.VIOLATED);
        assertThat(verdicts(false)).containsExactly(SafetyVerdict.NOT_PROMISED);
        assertThat(checkers.results(check -> true))
                .filteredOn(each -> each.verdict() == SafetyVerdict.OK)
                .hasSize(9);
    }

    @Test
    void findsBookkeepingThatDoesNotAddUp() {
        checkers.offered(0, 0, 1, PLAN, 1);
        Attempt attempt = History.wrote(1, 1, 5, 6, 1);
        checkers.started(attempt);
        checkers.ended(attempt);
        checkers.finished(1, attempt, true, 1);
        checkers.finished(1, attempt, true, 1);
        recorder.finish(50);
        checkers.finish(50);
        assertThat(checkers.results(check -> true))
                .filteredOn(each -> each.verdict() == SafetyVerdict.VIOLATED)
                .extracting(SafetyResult::check)
                .contains("conservation");
    }

    private Stream<SafetyVerdict> verdicts(boolean promised) {
        return checkers.results(check -> promised).stream()
                .filter(each -> each.check().equals("durability"))
                .map(SafetyResult::verdict);
    }

    private static final class NothingSurvives implements Survivors {
        @Override
        public Found find(long attempt, int journal, long sequence, long commit, Plan plan) {
            return Found.LOST;
        }

        @Override
        public boolean retains(int journal, long sequence) {
            return true;
        }
    }
}
