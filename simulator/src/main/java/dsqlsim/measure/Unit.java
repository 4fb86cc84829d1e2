package dsqlsim.measure;

import java.util.Locale;

/** What the value of a metric is: how a bound on it is written in a scenario. */
public enum Unit {
    /** Seconds in results, a duration with its unit in scenarios. */
    DURATION,
    /** 0 to 1, or a percentage in scenarios. */
    SHARE,
    /** A whole number of things. */
    COUNT,
    /** A plain number without a unit. */
    RATIO,
    /** Per second. */
    RATE,
    /** The verdict of a safety check. */
    VERDICT;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
