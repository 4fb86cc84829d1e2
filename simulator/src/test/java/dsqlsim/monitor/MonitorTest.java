package dsqlsim.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dsqlsim.kernel.Distribution;
import dsqlsim.monitor.AlarmSpec.Missing;
import dsqlsim.monitor.AlarmSpec.Statistic;
import dsqlsim.operation.Order;
import dsqlsim.probe.Probe;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The pipeline of the disaster-recovery recipe, as written and mended (assertion G-10 of the evidence). */
class MonitorTest {
    private static final int SEEDS = 100;
    private static final long SECOND = 1_000_000_000L;
    private static final long MINUTE = 60 * SECOND;
    private static final double DOWN_AT = 47;

    @Test
    void asWrittenItIsInAlarmFromTheStartAndForGood() {
        Watchtower tower = new Watchtower(1, spec("west", List.of()));
        tower.at(30, () -> tower.active = false)
                .at(60, () -> tower.active = true)
                .run(120);
        assertThat(tower.minutes("alarm-raised"))
                .singleElement()
                .satisfies(at -> assertThat(at).isLessThan(1));
        assertThat(tower.minutes("alarm-cleared")).isEmpty();
        assertThat(tower.minutes("alarm-without-data")).hasSize(1);
    }

    @Test
    void mendedItTakesTenMinutesAtLeast() {
        for (int seed = 0; seed < SEEDS; seed++) {
            Watchtower tower = new Watchtower(seed, spec("west", List.of("cluster")));
            tower.at(DOWN_AT + seed / 50.0, () -> tower.active = false).run(DOWN_AT + 20);
            double detected = tower.minutes("alarm-raised").get(0) - DOWN_AT - seed / 50.0;
            assertThat(detected).isBetween(10.0, 14.0);
        }
    }

    @Test
    void aRegionThatIsGoneIsNoticedFromElsewhere() {
        Watchtower tower = new Watchtower(1, spec("west", List.of("cluster")));
        tower.at(DOWN_AT, () -> tower.cutPower("east")).run(DOWN_AT + 20);
        assertThat(tower.minutes("alarm-raised").get(0)).isBetween(DOWN_AT + 10, DOWN_AT + 14);
    }

    @Test
    void aMonitorDiesWithTheRegionItWatches() {
        Watchtower tower = new Watchtower(1, spec("east", List.of("cluster")));
        tower.at(DOWN_AT, () -> tower.cutPower("east")).run(DOWN_AT + 60);
        assertThat(tower.noted("alarm-raised")).isZero();
    }

    @Test
    void anIdleClusterIsAFalseAlarm() {
        Watchtower tower = new Watchtower(1, spec("west", List.of("cluster")));
        tower.at(DOWN_AT, () -> tower.active = false)
                .at(DOWN_AT + 30, () -> tower.active = true)
                .run(DOWN_AT + 60);
        assertThat(tower.noted("alarm-raised")).isEqualTo(1);
        assertThat(tower.noted("alarm-cleared")).isEqualTo(1);
    }

    @Test
    void whoIsNotifiedActsAfterTheirReaction() {
        Watchtower tower = new Watchtower(1, spec("west", List.of("cluster")));
        tower.at(DOWN_AT, () -> tower.active = false).run(DOWN_AT + 40);
        double raised = tower.minutes("alarm-raised").get(0);
        assertThat(tower.ordered).containsExactly("take-out east");
        assertThat(tower.orderedAt - raised).isBetween(5.0, 5.6);
    }

    /** Three tries of twenty seconds and six seconds of pauses are more than a function of a minute has. */
    @Test
    void aFunctionThatIsKilledStoresNothing() {
        MonitorSpec slow = spec("west", List.of("cluster"), 20 * SECOND, Missing.NOT_BREACHING);
        Watchtower tower = new Watchtower(1, slow);
        tower.at(DOWN_AT, () -> tower.cutPower("east")).run(DOWN_AT + 60);
        assertThat(tower.noted("alarm-raised")).isZero();
        assertThat(tower.noted("alarm-without-data")).isEqualTo(1);
    }

    private static MonitorSpec spec(String region, List<String> alarmDimensions) {
        return spec(region, alarmDimensions, 10 * SECOND, Missing.BREACHING);
    }

    private static MonitorSpec spec(String region, List<String> alarmDimensions, long probeTimeout, Missing missing) {
        AlarmSpec alarm =
                new AlarmSpec(5 * MINUTE, 2, 2, missing, Statistic.MAXIMUM, alarmDimensions, MINUTE, 2 * MINUTE);
        return new MonitorSpec(
                "recipe",
                region,
                "east",
                Probe.CONTROL_PLANE,
                2 * MINUTE,
                Distribution.constant(5 * SECOND),
                3,
                2 * SECOND,
                probeTimeout,
                MINUTE,
                List.of("cluster"),
                alarm,
                Distribution.constant(30 * SECOND),
                Distribution.constant(5 * MINUTE),
                new Order("take-out", Map.of(Order.REGION, "east")));
    }
}
