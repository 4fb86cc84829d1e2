package dsqlsim.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** The checker agrees with the definitions of the models on whatever is small enough for trying everything. */
class HistoryOracleTest {
    @Property(tries = 1500)
    void tinyHistoriesAreJudgedByTheDefinition(@ForAll long seed) {
        History history = TinyHistories.draw(seed);
        for (Model model : Model.values()) {
            agrees(history, model);
        }
    }

    private static boolean agrees(History history, Model model) {
        boolean allowed = ByDefinition.allows(history, model);
        Judgement judgement = HistoryChecker.check(history, model);
        boolean doubt = model == Model.EXACT_TIMESTAMPS
                && judgement.verdict() == Judgement.Verdict.UNKNOWN
                && history.txns().stream().anyMatch(each -> each.status() == Txn.Status.UNKNOWN);
        if (!doubt) {
            assertThat(judgement.verdict())
                    .as(model.label() + " of " + HistoryWriter.json(history) + " " + judgement.anomaly() + " "
                            + judgement.cycle())
                    .isEqualTo(allowed ? Judgement.Verdict.OK : Judgement.Verdict.VIOLATED);
        }
        return allowed;
    }

    /** So that the property says something: of each model both verdicts are common. */
    @Test
    void bothVerdictsAreDrawn() {
        Map<Model, Integer> allowed = new EnumMap<>(Model.class);
        for (long seed = 0; seed < 400; seed++) {
            History history = TinyHistories.draw(seed);
            for (Model model : Model.values()) {
                allowed.merge(model, ByDefinition.allows(history, model) ? 1 : 0, Integer::sum);
            }
        }
        assertThat(allowed.values()).allMatch(each -> each > 100 && each < 360);
    }
}
