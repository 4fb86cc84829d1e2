package dsqlsim.run;

import static org.assertj.core.api.Assertions.assertThat;

import dsqlsim.history.Histories;
import dsqlsim.history.History;
import dsqlsim.history.HistoryChecker;
import dsqlsim.history.HistoryWriter;
import dsqlsim.history.Judgement.Verdict;
import dsqlsim.history.MalformedHistoryException;
import dsqlsim.history.Model;
import dsqlsim.scenario.InvalidScenario;
import dsqlsim.scenario.Scenario;
import dsqlsim.scenario.ScenarioReader;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a run writes down of itself is read again, and found to be snapshot isolation, and not serializable. */
class HistoryRecorderTest {
    private static final String SCENARIO = """
            dsqlsim: 1
            duration: 20s
            topology: {regions: [us-east-1], shards: 2}
            workload:
              - arrivals: 100/s
                transactions: {reads: 3, writes: 1, work: 20ms}
                keys: {space: 8}
                retry: none
            faults:
              - {at: 8s, crash: {role: adjudicator-leader, shard: 0}, for: 1s}
            """;

    private static HistoryRecorder recorded(int most) throws InvalidScenario {
        Scenario scenario = ScenarioReader.read("crossed.yaml", SCENARIO, List.of());
        HistoryRecorder recorder = new HistoryRecorder(most);
        Experiment.run(
                scenario,
                Architectures.find("dsql-single-region").orElseThrow(),
                1,
                Options.STANDARD.observing(recorder));
        return recorder;
    }

    private static Verdict verdict(String file, String text, Model model) throws MalformedHistoryException {
        History history = Histories.read(file, text).get(0);
        return HistoryChecker.check(history, model).verdict();
    }

    @Test
    void itsOwnFormHoldsWhatSnapshotIsolationPromises() throws Exception {
        String text = HistoryWriter.json(recorded(100_000).registers("crossed"));
        for (Model model :
                List.of(Model.SNAPSHOT_ISOLATION, Model.STRONG_SI, Model.SESSION_SI, Model.EXACT_TIMESTAMPS)) {
            assertThat(verdict("crossed.json", text, model)).as(model.label()).isEqualTo(Verdict.OK);
        }
        assertThat(verdict("crossed.json", text, Model.SERIALIZABLE)).isNotEqualTo(Verdict.OK);
    }

    @Test
    void asListsTheWriteSkewIsCertain() throws Exception {
        String text = HistoryWriter.edn(recorded(100_000).lists("crossed"));
        assertThat(verdict("crossed.edn", text, Model.STRONG_SI)).isEqualTo(Verdict.OK);
        assertThat(verdict("crossed.edn", text, Model.SERIALIZABLE)).isEqualTo(Verdict.VIOLATED);
    }

    @Test
    void theBeginningOfARunIsAHistoryToo() throws Exception {
        HistoryRecorder recorder = recorded(500);
        assertThat(recorder.whole()).isFalse();
        assertThat(verdict("crossed.edn", HistoryWriter.edn(recorder.lists("crossed")), Model.STRONG_SI))
                .isEqualTo(Verdict.OK);
    }
}
