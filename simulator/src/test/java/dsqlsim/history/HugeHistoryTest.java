package dsqlsim.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Thousands of transactions that all wait for each other, as those on which a search of all cycles never ends. */
class HugeHistoryTest {
    private static final int KEYS = 30;
    private static final int TXNS = 6_000;
    private static final int TOGETHER = 20;

    private final SplittableRandom random = new SplittableRandom(1);
    private final List<List<String>> state = new ArrayList<>();

    @Test
    void aKnotOfAlmostAllIsNamedByAShortCycle() {
        for (int key = 0; key < KEYS; key++) {
            state.add(new ArrayList<>());
        }
        List<Txn> txns = new ArrayList<>();
        for (int t = 0; t < TXNS; t++) {
            int turn = t / TOGETHER;
            txns.add(new Txn(
                    "T" + t, "p" + t % TOGETHER, turn, turn + 0.9, Txn.Status.COMMITTED, List.of(read(), append(t))));
        }
        History history = new History("huge", Map.of(), txns);
        for (Model model : Model.values()) {
            Judgement judgement = HistoryChecker.check(history, model);
            assertThat(judgement.verdict()).as(model.label()).isEqualTo(Judgement.Verdict.VIOLATED);
            assertThat(judgement.cycle()).hasSizeLessThan(12);
        }
    }

    /** Up to two appends too old. */
    private Op read() {
        int key = random.nextInt(KEYS);
        List<String> list = state.get(key);
        return new Op(Op.Kind.READ, "k" + key, null, list.subList(0, Math.max(0, list.size() - random.nextInt(3))));
    }

    private Op append(int value) {
        int key = random.nextInt(KEYS);
        state.get(key).add(String.valueOf(value));
        return new Op(Op.Kind.APPEND, "k" + key, String.valueOf(value), null);
    }
}
