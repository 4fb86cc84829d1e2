package dsqlsim.measure;

import java.util.Locale;

/** What the value of a metric is: how a bound on it is written in a scenario. */
public enum Unit {
    /** Seconds in results, a duration with its unit in scenarios. */
    DURATION("s"),
    /** 0 to 1, or a percentage in scenarios. */
    SHARE("share"),
    /** A whole number of things. */
    COUNT("count"),
    /** A plain number without a unit. */
    RATIO("count"),
    /** Per second. */
    RATE("1/s"),
    /** The verdict of a safety check. */
    VERDICT(null);

    private final String symbol;

    Unit(String symbol) {
        this.symbol = symbol;
    }

    /** As results write it; null for verdicts. */
    public String symbol() {
        return symbol;
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
