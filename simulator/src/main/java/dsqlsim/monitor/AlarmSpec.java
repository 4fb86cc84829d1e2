package dsqlsim.monitor;

import java.util.List;

/**
 * When an alarm is raised: when of the last periods so many were breaching, a period's value below one half.
 *
 * @param breaching M of M-of-N
 * @param of N of M-of-N
 * @param missing what a period without data counts as
 * @param dimensions of the metric it looks at: it sees data only if they are exactly the metric's
 * @param evaluationNanos how often it is evaluated
 * @param delayNanos how long a datapoint takes to be readable: the last period ended so long ago
 */
public record AlarmSpec(
        long periodNanos,
        int breaching,
        int of,
        Missing missing,
        Statistic statistic,
        List<String> dimensions,
        long evaluationNanos,
        long delayNanos) {

    /** What a period without data counts as. */
    public enum Missing {
        /** Nothing; the alarm has insufficient data when all periods lack them. */
        MISSING,
        /** The alarm stays as it is when it can't tell without. */
        IGNORE,
        BREACHING,
        NOT_BREACHING
    }

    /** How a period's datapoints become its value. */
    public enum Statistic {
        AVERAGE,
        MINIMUM,
        MAXIMUM
    }

    public AlarmSpec {
        dimensions = List.copyOf(dimensions);
        if (breaching < 1 || breaching > of) {
            throw new IllegalArgumentException("expected 'M of N' periods with M from 1 to N");
        }
    }
}
