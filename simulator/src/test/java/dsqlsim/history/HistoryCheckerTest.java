package dsqlsim.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class HistoryCheckerTest {
    private static final String SKEW = own(
            txn("T1", 0, 3, "[\"r\",\"x\",0],[\"r\",\"y\",0],[\"w\",\"x\",11]"),
            txn("T2", 1, 4, "[\"r\",\"x\",0],[\"r\",\"y\",0],[\"w\",\"y\",21]"));

    private static final String BLIND = own(
            txn("T1", 0, 3, "[\"w\",\"x\",1]"), txn("T2", 1, 4, "[\"w\",\"x\",2]"), txn("T3", 5, 6, "[\"r\",\"x\",2]"));

    private static final String STALE = own(txn("T1", 0, 1, "[\"w\",\"x\",1]"), txn("T2", 2, 3, "[\"r\",\"x\",0]"));

    private static final String LOST =
            own(txn("T1", 0, 3, "[\"r\",\"x\",0],[\"w\",\"x\",1]"), txn("T2", 1, 4, "[\"r\",\"x\",0],[\"w\",\"x\",2]"));

    @Test
    void writeSkewIsForbiddenToSerialModelsAlone() throws MalformedHistoryException {
        assertThat(allowing(SKEW))
                .containsExactly(
                        Model.SNAPSHOT_ISOLATION,
                        Model.ANSI_SI,
                        Model.STRONG_SI,
                        Model.SESSION_SI,
                        Model.EXACT_TIMESTAMPS);
        assertThat(check(SKEW, Model.SERIALIZABLE).anomaly()).isEqualTo("G2-item");
    }

    @Test
    void blindWritesThatOverlapAreForbiddenWhereTimesCount() throws MalformedHistoryException {
        assertThat(allowing(BLIND))
                .containsExactly(
                        Model.SERIALIZABLE,
                        Model.STRICT_SERIALIZABLE,
                        Model.SNAPSHOT_ISOLATION,
                        Model.STRONG_SI,
                        Model.SESSION_SI);
    }

    @Test
    void aStaleReadIsForbiddenWhereRealTimeCounts() throws MalformedHistoryException {
        assertThat(allowing(STALE))
                .containsExactly(Model.SERIALIZABLE, Model.SNAPSHOT_ISOLATION, Model.ANSI_SI, Model.SESSION_SI);
        assertThat(check(STALE, Model.STRONG_SI).anomaly()).isEqualTo("G-single-item-realtime");
    }

    @Test
    void aLostUpdateIsForbiddenToAll() throws MalformedHistoryException {
        assertThat(allowing(LOST)).isEmpty();
        assertThat(check(LOST, Model.SNAPSHOT_ISOLATION).anomaly()).isEqualTo("lost-update");
        assertThat(check(LOST, Model.SNAPSHOT_ISOLATION).cycle()).hasSize(2);
    }

    @Test
    void anUnknownOutcomeMayHaveHappenedOrNot() throws MalformedHistoryException {
        String unknown = "{\"id\":\"T1\",\"start\":0,\"status\":\"unknown\",\"ops\":[[\"w\",\"x\",1]]}";
        for (int seen = 0; seen <= 1; seen++) {
            String text = own(unknown, txn("T2", 2, 3, "[\"r\",\"x\"," + seen + "]"));
            assertThat(check(text, Model.STRONG_SI).verdict()).isEqualTo(Judgement.Verdict.OK);
        }
        String forgotten = own(unknown, txn("T2", 2, 3, "[\"r\",\"x\",1]"), txn("T3", 4, 5, "[\"r\",\"x\",0]"));
        assertThat(check(forgotten, Model.STRONG_SI).verdict()).isEqualTo(Judgement.Verdict.VIOLATED);
    }

    @Test
    void jepsensListsTellTheirOrder() throws MalformedHistoryException {
        String text = edn(0, "ok", "[[:append :x 1]]")
                + edn(1, "ok", "[[:append :y 1]]")
                + edn(2, "ok", "[[:r :x [1]] [:r :y nil]]")
                + edn(3, "ok", "[[:r :y [1]] [:r :x []]]");
        Judgement judgement = HistoryChecker.check(one("fork.edn", text), Model.SNAPSHOT_ISOLATION);
        assertThat(judgement.anomaly()).isEqualTo("G-nonadjacent-item");
        assertThat(judgement.cycle()).hasSize(4);
    }

    @Test
    void adjacentMissedWritesAreNoViolation() throws MalformedHistoryException {
        String text = edn(0, "ok", "[[:r :x []] [:append :y 1]]")
                + edn(1, "ok", "[[:r :y []] [:append :x 1]]")
                + edn(2, "ok", "[[:r :x [1]] [:r :y [1]]]");
        assertThat(HistoryChecker.check(one("h.edn", text), Model.SNAPSHOT_ISOLATION)
                        .verdict())
                .isEqualTo(Judgement.Verdict.OK);
        assertThat(HistoryChecker.check(one("h.edn", text), Model.SERIALIZABLE).anomaly())
                .isEqualTo("G2-item");
    }

    @Test
    void whatIsNoHistoryIsRefused() {
        assertThatThrownBy(() -> Histories.read("h.edn", "{:type :ok :value [[:append"))
                .hasMessageContaining("end");
        assertThatThrownBy(() -> Histories.read("h.json", "{}")).hasMessageContaining("txns");
    }

    private static final String JEPSEN = """
            ; written by Jepsen
            #_{:ignored true}
            {:type :invoke, :f :txn, :value [[:append 5 1] [:r 5 nil]], :process 0, :time 10}
            #jepsen.history.Op{:index 1, :time 11, :type :invoke, :process -1, :f :txn, :value [[:r 5 nil] [:append 6 -1]]}
            #jepsen.history.Op{:index 2, :time 12, :type :ok, :process 0, :f :txn, :value [[:append 5 1] [:r 5 [1]]]}
            {:type :info, :f :start-partition, :process :nemesis, :value [:isolated {"n1" #{"n2"}}], :index 3}
            {:type :info, :f :txn, :process -1, :value [[:r 5 nil] [:append 6 -1]], :error [:timeout "read\\"x"]}
            {:type :invoke, :process :w1, :f :txn, :value ((:r 6 nil) (:append 7N 1))}
            {:type :fail, :process :w1, :f :txn, :value [[:r 6 nil] [:append 7N 1]], :error {:via [\\newline \\( ##NaN]}}
            {:type :invoke, :process 4, :f :read, :value nil}
            {:type :invoke, :process 4, :f :txn, :value [[:r 6 nil]], :time #inst "2020-01-01"}
            """;

    @Test
    void jepsensHistoriesAreRead() throws MalformedHistoryException {
        for (String text : List.of(JEPSEN, "[" + JEPSEN + "]", "#h ^{:a 1} (" + JEPSEN + ")")) {
            assertThat(one("h.edn", text).txns())
                    .extracting(Txn::status)
                    .containsExactly(Txn.Status.COMMITTED, Txn.Status.UNKNOWN, Txn.Status.ABORTED, Txn.Status.UNKNOWN);
            assertThat(check("h.edn", text, Model.STRONG_SI).verdict()).isEqualTo(Judgement.Verdict.OK);
        }
    }

    @Test
    void whatIsWrongIsLocated() {
        assertThatThrownBy(() -> Histories.read("h.edn", "\n [{:type :ok, :process 1, :value [[:cas 1 2]]}]"))
                .hasMessageStartingWith("2:3: expected :r, :w or :append");
        assertThatThrownBy(() -> Histories.read("h.edn", "{:a\n 1 :b}")).hasMessageStartingWith("2:");
        assertThatThrownBy(() -> Histories.read("h.edn", "; nothing\n")).hasMessageContaining("no transaction");
        assertThatThrownBy(() -> Histories.read("h.json", "{\"txns\":[{\"ops\":[[\"r\",\"x\"],[1]]}]}"))
                .hasMessageStartingWith("txns[0].ops[1]: expected");
    }

    @Test
    void whoseBeginNobodySawIsNotJudgedByTime() throws MalformedHistoryException {
        String text = edn(0, "ok", "[[:append :x 1]]") + edn(1, "ok", "[[:r :x nil]]");
        assertThat(check("h.edn", text, Model.STRONG_SI).verdict()).isEqualTo(Judgement.Verdict.UNKNOWN);
        assertThat(check("h.edn", text, Model.SNAPSHOT_ISOLATION).verdict()).isEqualTo(Judgement.Verdict.OK);
    }

    private static Judgement check(String name, String text, Model model) throws MalformedHistoryException {
        return HistoryChecker.check(one(name, text), model);
    }

    private static List<Model> allowing(String text) throws MalformedHistoryException {
        List<Model> allowing = new java.util.ArrayList<>();
        for (Model each : Model.values()) {
            if (check(text, each).verdict() == Judgement.Verdict.OK) {
                allowing.add(each);
            }
        }
        return allowing;
    }

    private static Judgement check(String text, Model model) throws MalformedHistoryException {
        return HistoryChecker.check(one("h.json", text), model);
    }

    private static History one(String name, String text) throws MalformedHistoryException {
        return Histories.read(name, text).get(0);
    }

    private static String own(String... txns) {
        return "{\"init\":{\"x\":0,\"y\":0},\"txns\":[" + String.join(",", txns) + "]}";
    }

    private static String txn(String id, int start, int commit, String ops) {
        return "{\"id\":\"" + id + "\",\"start\":" + start + ",\"commit\":" + commit + ",\"ops\":[" + ops + "]}";
    }

    /** All overlap: each is invoked at the start of the file's time. */
    private static String edn(int process, String type, String value) {
        return "{:type :" + type + ", :f :txn, :process " + process + ", :value " + value + "}\n";
    }
}
