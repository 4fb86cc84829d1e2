package dsqlsim.monitor;

import dsqlsim.monitor.AlarmSpec.Missing;

/** An alarm's state, from the last periods of a metric, as CloudWatch evaluates M of N. */
final class Alarm {
    private static final double THRESHOLD = 0.5;

    /** The states of an alarm. */
    enum State {
        OK,
        ALARM,
        INSUFFICIENT_DATA
    }

    private final AlarmSpec spec;
    private final Metric metric;
    private State state = State.OK;
    private int breaching;
    private int missing;

    /** {@code metric} null: it looks at one that nobody writes. */
    Alarm(AlarmSpec spec, Metric metric) {
        this.spec = spec;
        this.metric = metric;
    }

    State state() {
        return state;
    }

    /** How many of the periods had no data when it was last evaluated. */
    int missing() {
        return missing;
    }

    /** Looks at the periods that ended by now; answers the new state. */
    State evaluate(long now) {
        breaching = 0;
        missing = 0;
        long until = now - spec.delayNanos();
        for (int period = 0; period < spec.of(); period++) {
            count(until - (period + 1) * spec.periodNanos(), until - period * spec.periodNanos());
        }
        state = judged();
        return state;
    }

    private void count(long after, long until) {
        double value = metric == null ? Metric.NO_DATA : metric.statistic(spec.statistic(), after, until);
        if (Double.isNaN(value)) {
            missing++;
            breaching += spec.missing() == Missing.BREACHING ? 1 : 0;
        } else {
            breaching += value < THRESHOLD ? 1 : 0;
        }
    }

    private State judged() {
        if (breaching >= spec.breaching()) {
            return State.ALARM;
        }
        boolean undecided = spec.missing() == Missing.IGNORE && breaching + missing >= spec.breaching();
        if (undecided) {
            return state;
        }
        return spec.missing() == Missing.MISSING && missing == spec.of() ? State.INSUFFICIENT_DATA : State.OK;
    }
}
