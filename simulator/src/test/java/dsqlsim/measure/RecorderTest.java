package dsqlsim.measure;

import static dsqlsim.measure.Run.MS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dsqlsim.report.ExpectationResult;
import dsqlsim.report.FaultResult;
import dsqlsim.report.PhaseResult;
import dsqlsim.report.SafetyResult;
import dsqlsim.report.SafetyVerdict;
import dsqlsim.report.Verdict;
import dsqlsim.report.WorkloadResult;
import dsqlsim.txn.Outcome;
import dsqlsim.txn.Plan;
import dsqlsim.txn.Survivors;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecorderTest {
    private static final Names NAMES = new Names() {
        @Override
        public String node(int node) {
            return "node-" + node;
        }

        @Override
        public String key(int row) {
            return "main/" + row;
        }
    };

    private final Run run = new Run();

    @Test
    void countsWhatStartedInEachPhase() {
        Recorder recorder = new Recorder(Run.plan(60_000, 1_000, "boom"), Run.ALL_SURVIVES);
        run.once(recorder, 500, 510, Outcome.COMMITTED, 1);
        run.once(recorder, 1_000, 1_010, Outcome.COMMITTED, 1);
        run.once(recorder, 2_000, 2_010, Outcome.ABORTED_OCC_DATA, 7);
        recorder.injected(0, 3_000 * MS);
        run.once(recorder, 3_000, 3_020, Outcome.COMMITTED, 2);
        recorder.healed(0, 4_000 * MS);
        run.once(recorder, 4_500, 4_510, Outcome.COMMITTED, 3);
        run.once(recorder, 40_000, 40_010, Outcome.COMMITTED, 3);
        recorder.finish(60_000 * MS);

        ResultBuilder result = new ResultBuilder(recorder, NAMES);
        WorkloadResult whole = result.workloads().get(0);
        assertThat(whole.transactions().offered()).isEqualTo(5);
        assertThat(whole.abortRate()).isEqualTo(0.2);
        assertThat(whole.throughput()).isEqualTo(4 / 59.0);
        assertThat(whole.latency().get("commit").count()).isEqualTo(5);
        assertThat(whole.latency().get("transaction").count()).isEqualTo(4);
        assertThat(result.phases())
                .extracting(PhaseResult::name, PhaseResult::from, PhaseResult::to)
                .containsExactly(
                        tuple("before", 1.0, 3.0),
                        tuple("boom", 3.0, 4.0),
                        tuple("recovery boom", 4.0, 34.0),
                        tuple("after", 4.0, 60.0));
        assertThat(offered(result)).containsExactly(2L, 1L, 1L, 2L);
        assertThat(result.hotKeys().get(0).key()).isEqualTo("main/7");
    }

    @Test
    void aNewInjectionBeginsAfterAnew() {
        Recorder recorder = new Recorder(Run.plan(60_000, 0, "one", "two"), Run.ALL_SURVIVES);
        recorder.injected(0, 1_000 * MS);
        recorder.healed(0, 2_000 * MS);
        run.once(recorder, 3_000, 3_010, Outcome.COMMITTED, 1);
        recorder.injected(1, 10_000 * MS);
        run.once(recorder, 11_000, 11_010, Outcome.COMMITTED, 1);
        recorder.finish(60_000 * MS);

        ResultBuilder result = new ResultBuilder(recorder, NAMES);
        assertThat(result.phases())
                .extracting(PhaseResult::name)
                .containsExactly("before", "one", "recovery one", "two");
        assertThat(offered(result)).containsExactly(0L, 0L, 1L, 1L);
        assertThat(new Measures(recorder, List.of()).value("availability", List.of(), "after"))
                .isNull();
    }

    @Test
    void leavesOutOfAvailabilityWhatIsOpenAndYoung() {
        Recorder recorder = new Recorder(Run.plan(10_000, 0), Run.ALL_SURVIVES);
        run.once(recorder, 0, 10, Outcome.COMMITTED, 1);
        run.open(recorder, 5_000);
        run.once(recorder, 6_000, 6_010, Outcome.FAILED_TIMEOUT, 1);
        run.open(recorder, 9_500);
        recorder.finish(10_000 * MS);

        Measures measures = new Measures(recorder, List.of());
        assertThat(measures.value("availability", List.of("east"), "whole")).isEqualTo(1 / 3.0);
        // Missed: the buckets of the open and of the failed one, and the 37 between 6.1 s and 9.9 s that are empty and
        // end
        // more than 1 s after 5 s, less that of 9.5 s, which is left out as if empty.
        assertThat(measures.value("availability-time", List.of("orders"), "whole"))
                .isCloseTo(1.0 / 42, within(1e-3));
        assertThat(measures.value("gave-up", List.of(), "whole")).isEqualTo(1);
        assertThat(measures.value("read-wait.p99", List.of(), "whole")).isNull();
    }

    @Test
    void recoversAndLoses() {
        Recorder recorder = new Recorder(Run.plan(20_000, 0, "boom"), lost(3));
        outage(recorder);
        recorder.finish(20_000 * MS);

        Measures measures = new Measures(recorder, List.of());
        assertThat(measures.value("rto", List.of("east", "write"), "boom")).isEqualTo(2.0);
        assertThat(measures.value("rto", List.of("east", "read"), "whole")).isNull();
        assertThat(measures.value("failover-gap", List.of(), "boom")).isEqualTo(1.9);
        assertThat(measures.value("leader-gap", List.of(), "whole")).isEqualTo(1.5);
        assertThat(measures.value("lost", List.of(), "whole")).isEqualTo(1);
        FaultResult fault = new ResultBuilder(recorder, NAMES)
                .faults(List.of(new ObjectiveTarget("infrastructure", 30.0, 0.0)))
                .get(0);
        assertThat(fault.rto().get(0).parts())
                .containsExactly(Map.entry("detect", 1.0), Map.entry("elect", 0.5), Map.entry("catch-up", 0.5));
        assertThat(fault.rpo().lost()).isEqualTo(1);
        assertThat(fault.rpo().seconds()).isEqualTo(5.0 - 0.021, within(1e-9));
        assertThat(fault.rpo().transactions().get(0).keys()).containsExactly("main/5");
        assertThat(fault.objective().rtoVerdict()).isEqualTo(Verdict.MET);
        assertThat(fault.objective().verdict()).isEqualTo(Verdict.MISSED);
    }

    @Test
    void judgesExpectations() {
        Recorder recorder = new Recorder(Run.plan(20_000, 0, "boom"), Run.ALL_SURVIVES);
        outage(recorder);
        recorder.finish(20_000 * MS);
        SafetyResult lie = new SafetyResult("clock-bound", SafetyVerdict.VIOLATED, 1, false, Map.of(), List.of());
        List<Expected> expected = List.of(
                new Expected("a", "rto", List.of("east", "write"), v -> v < 3, null, true, "whole", 1),
                new Expected("b", "rto", List.of("west"), v -> v < 3, null, true, "whole", 2),
                new Expected("c", "safety", List.of("clock-bound"), null, "violated", true, "whole", 3),
                new Expected("d", "violations", List.of(), v -> v == 0, null, true, "whole", 4),
                new Expected("e", "rpo", List.of(), v -> v > 0, null, true, "boom", 5));
        Measures measures = new Measures(recorder, ExpectationEvaluator.mark(List.of(lie), expected));
        assertThat(new ExpectationEvaluator(measures).evaluate(expected))
                .extracting(ExpectationResult::verdict)
                .containsExactly(Verdict.MET, Verdict.UNKNOWN, Verdict.MET, Verdict.MET, Verdict.MISSED);
    }

    @Test
    void everyMetricOfTheCatalogueCanBeAsked() {
        Recorder recorder = new Recorder(Run.plan(20_000, 0, "boom"), Run.ALL_SURVIVES);
        outage(recorder);
        recorder.finish(20_000 * MS);
        Map<String, Double> scalars = Scalars.of(new Measures(recorder, List.of()), recorder.plan);
        assertThat(scalars).containsKeys("rto(east, write)", "latency.commit.p99.9", "violations", "lost");
        assertThat(scalars).doesNotContainKey("rto(west, write)");
    }

    /** 100/s of 10 ms; from 5 s to 7 s nothing is answered in time; a leader is lost at 5 s and replaced. */
    private void outage(Recorder recorder) {
        for (long at = 0; at < 20_000; at += 10) {
            if (at == 5_000) {
                recorder.injected(0, at * MS);
                recorder.happened("leader-lost", 1, 0, 1, at * MS);
            }
            if (at == 6_000) {
                recorder.happened("candidacy", 2, 0, 2, at * MS);
            }
            if (at == 6_500) {
                recorder.happened("leader-elected", 2, 0, 2, at * MS);
                recorder.leads(0, 2, 2, at * MS);
            }
            if (at == 6_900) {
                recorder.acknowledged(0, 2, at * MS);
            }
            boolean out = at >= 5_000 && at < 7_000;
            run.once(recorder, at, at + 1, out ? Outcome.FAILED_TIMEOUT : Outcome.COMMITTED, 5);
        }
    }

    private static Survivors lost(long id) {
        return new Survivors() {
            @Override
            public Found find(long attempt, int journal, long sequence, long commit, Plan plan) {
                return attempt == id ? Found.LOST : Found.PRESENT;
            }

            @Override
            public boolean retains(int journal, long sequence) {
                return true;
            }
        };
    }

    private static List<Long> offered(ResultBuilder result) {
        return result.phases().stream()
                .map(phase -> phase.workloads().get(0).transactions().offered())
                .toList();
    }
}
