package dsqlsim.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dsqlsim.txn.Outcome;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What each kind asks of the stage, and that healing takes back exactly that. */
class ActionTest {
    private static final Target LEADER = Target.role("adjudicator-leader").ofShard(0);

    private final List<String> calls = new ArrayList<>();
    private int[] nodes = {3, 5};
    private int handles;

    @Test
    void nodesAreResolvedAtInjectionAndTheSameOnesAreHealed() {
        Healing healing = new Crash(List.of(LEADER)).begin(stage());
        nodes = new int[] {7};
        healing.heal();
        assertThat(calls).containsExactly("crash 3", "crash 5", "restart 3", "restart 5");
    }

    @Test
    void factorsAndAmountsAreTakenBack() {
        assertThat(both(new Slow(List.of(LEADER), 3)))
                .containsExactly("slow 3 3.0", "slow 5 3.0", "unslow 3 3.0", "unslow 5 3.0");
        assertThat(both(new Load("w", 2))).containsExactly("scaleLoad w 2.0", "unscaleLoad w 2.0");
        assertThat(both(new HotKeys(null, 0.5, 1))).containsExactly("hotKeys null 0.5 1", "coolKeys null 0.5 1");
        assertThat(both(clock(new ClockFault.Drift(20))))
                .containsExactly("drift 3 20.0", "drift 5 20.0", "undrift 3 20.0", "undrift 5 20.0");
        assertThat(both(clock(new ClockFault.Lie(-9))))
                .containsExactly("lie 3 -9", "lie 5 -9", "unlie 3 -9", "unlie 5 -9");
    }

    @Test
    void stepsAndLostDisksCanNotBeTakenBack() {
        assertThat(both(clock(new ClockFault.Step(9)))).containsExactly("step 3 9", "step 5 9");
        assertThat(both(new DiskFault(List.of(LEADER), DiskFault.Wrong.LOSE, 0)))
                .containsExactly("loseDisk 3", "loseDisk 5");
    }

    @Test
    void handlesAreHealedOneByOne() {
        List<Target> east = List.of(Target.region("east"));
        assertThat(both(new Partition(east, null, Direction.BOTH, false)))
                .containsExactly("cut [east] null both false", "heal handle-1");
        assertThat(both(new Outage(List.of(Target.zone("east", "easta"), Target.zone("east", "eastb")))))
                .containsExactly("placeOutage easta", "placeOutage eastb", "heal handle-2", "heal handle-3");
        assertThat(both(new Conflict(0.1, Outcome.ABORTED_OCC_CATALOG)))
                .containsExactly("conflicts 0.1 ABORTED_OCC_CATALOG", "heal handle-4");
        assertThat(both(new ConnectionFailure(null, 0.3, "drop")))
                .containsExactly("failConnections null 0.3 drop", "heal handle-5");
        assertThat(both(new Dns("stale", east))).containsExactly("dns stale [east]", "heal handle-6");
    }

    @Test
    void everyKindSaysWhatItMeansSomewhere() {
        for (FaultKind kind : Faults.all()) {
            assertThat(kind.meanings()).as(kind.name()).isNotEmpty();
            assertThat(kind.summary()).as(kind.name()).isNotBlank();
        }
        assertThat(Faults.find("failover").orElseThrow().meaningFor("dsql-multi-region"))
                .isNull();
        assertThat(Faults.find("failover").orElseThrow().meaningFor("aurora-global"))
                .isNotNull();
    }

    private static ClockFault clock(ClockFault.Wrong wrong) {
        return new ClockFault(List.of(LEADER), wrong);
    }

    private List<String> both(Action action) {
        calls.clear();
        action.begin(stage()).heal();
        return calls;
    }

    /** A stage that writes down what it is asked. */
    private Stage stage() {
        return (Stage) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Stage.class},
                (proxy, method, arguments) -> asked(method, arguments));
    }

    private Object asked(Method method, Object[] arguments) {
        if (method.getName().equals("resolve")) {
            return nodes;
        }
        StringBuilder call = new StringBuilder(method.getName());
        Arrays.stream(arguments)
                .forEach(each -> call.append(' ').append(each instanceof Direction way ? way.label() : each));
        calls.add(call.toString());
        return method.getReturnType() == Object.class ? "handle-" + ++handles : null;
    }
}
