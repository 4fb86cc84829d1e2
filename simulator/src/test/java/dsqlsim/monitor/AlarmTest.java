package dsqlsim.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dsqlsim.monitor.Alarm.State;
import dsqlsim.monitor.AlarmSpec.Missing;
import dsqlsim.monitor.AlarmSpec.Statistic;
import java.util.List;
import org.junit.jupiter.api.Test;

/** M of N periods, and what a period without data counts as. Periods are a minute, and a datapoint may stand in each. */
class AlarmTest {
    private static final long MINUTE = 60_000_000_000L;

    @Test
    void soManyOfSoManyPeriods() {
        assertThat(state("++-", 2, 3, Missing.MISSING)).isEqualTo(State.OK);
        assertThat(state("-+-", 2, 3, Missing.MISSING)).isEqualTo(State.ALARM);
        assertThat(state("-++", 1, 3, Missing.MISSING)).isEqualTo(State.ALARM);
        assertThat(state("-++", 1, 2, Missing.MISSING)).isEqualTo(State.OK);
    }

    @Test
    void missingPeriodsAreJudgedAsTheRuleSays() {
        assertThat(state("   ", 2, 3, Missing.MISSING)).isEqualTo(State.INSUFFICIENT_DATA);
        assertThat(state("   ", 2, 3, Missing.BREACHING)).isEqualTo(State.ALARM);
        assertThat(state("   ", 2, 3, Missing.NOT_BREACHING)).isEqualTo(State.OK);
        assertThat(state("   ", 2, 3, Missing.IGNORE)).isEqualTo(State.OK);
        assertThat(state("- +", 2, 3, Missing.BREACHING)).isEqualTo(State.ALARM);
        assertThat(state("- +", 2, 3, Missing.NOT_BREACHING)).isEqualTo(State.OK);
        assertThat(state("- -", 2, 3, Missing.MISSING)).isEqualTo(State.ALARM);
    }

    @Test
    void ignoringKeepsTheStateThatItHad() {
        Metric metric = new Metric(10);
        Alarm alarm = new Alarm(spec(1, 1, Missing.IGNORE, Statistic.AVERAGE, 0), metric);
        metric.put(MINUTE / 2, false);
        assertThat(alarm.evaluate(MINUTE)).isEqualTo(State.ALARM);
        assertThat(alarm.evaluate(3 * MINUTE)).isEqualTo(State.ALARM);
        metric.put(3 * MINUTE + 1, true);
        assertThat(alarm.evaluate(4 * MINUTE)).isEqualTo(State.OK);
        assertThat(alarm.evaluate(6 * MINUTE)).isEqualTo(State.OK);
    }

    @Test
    void aPeriodsValueIsItsStatistic() {
        Metric metric = new Metric(10);
        metric.put(10, true);
        metric.put(20, false);
        metric.put(30, false);
        assertThat(metric.statistic(Statistic.AVERAGE, 0, 30)).isEqualTo(1 / 3.0);
        assertThat(metric.statistic(Statistic.MINIMUM, 0, 30)).isZero();
        assertThat(metric.statistic(Statistic.MAXIMUM, 0, 30)).isEqualTo(1);
        assertThat(metric.statistic(Statistic.MAXIMUM, 10, 30)).isZero();
        assertThat(metric.statistic(Statistic.MAXIMUM, 30, 40)).isNaN();
    }

    @Test
    void whatCanNotBeReadYetIsNotSeen() {
        Metric metric = new Metric(10);
        Alarm alarm = new Alarm(spec(1, 1, Missing.NOT_BREACHING, Statistic.AVERAGE, 2 * MINUTE), metric);
        metric.put(1, false);
        assertThat(alarm.evaluate(2 * MINUTE)).isEqualTo(State.OK);
        assertThat(alarm.evaluate(3 * MINUTE)).isEqualTo(State.ALARM);
    }

    /** A sign for each period, the oldest first: good, bad, or blank for no datapoint. */
    private static State state(String periods, int breaching, int of, Missing missing) {
        Metric metric = new Metric(10);
        for (int i = 0; i < periods.length(); i++) {
            if (periods.charAt(i) != ' ') {
                metric.put(i * MINUTE + MINUTE / 2, periods.charAt(i) == '+');
            }
        }
        return new Alarm(spec(breaching, of, missing, Statistic.AVERAGE, 0), metric)
                .evaluate(periods.length() * MINUTE);
    }

    private static AlarmSpec spec(int breaching, int of, Missing missing, Statistic statistic, long delay) {
        return new AlarmSpec(MINUTE, breaching, of, missing, statistic, List.of("cluster"), MINUTE, delay);
    }
}
