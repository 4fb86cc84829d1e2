package dsqlsim.scenario;

import java.util.List;
import java.util.Locale;

/**
 * One line of {@code expect}.
 *
 * @param text as written
 * @param metric a name of the metric catalogue
 * @param arguments what stands in brackets
 * @param value in seconds, shares from 0 to 1, or per second; 0 when {@code verdict} is what is compared
 * @param verdict of a safety check, or null
 * @param phase {@code whole} unless it says {@code during}
 * @param line in the file, from 1
 */
public record Expectation(
        String text,
        String metric,
        List<String> arguments,
        Comparator comparator,
        double value,
        String verdict,
        String phase,
        int line) {

    /** The phase that is meant when none is named: everything but the warm-up. */
    public static final String WHOLE = "whole";

    public Expectation {
        arguments = List.copyOf(arguments);
    }

    /** How a metric is compared with a value. */
    public enum Comparator {
        LESS("<"),
        AT_MOST("<="),
        EQUAL("=="),
        NOT_EQUAL("!="),
        AT_LEAST(">="),
        MORE(">");

        private final String symbol;

        Comparator(String symbol) {
            this.symbol = symbol;
        }

        /** As it is written. */
        public String symbol() {
            return symbol;
        }

        /** Whether an actual value stands in this relation to the expected one. */
        public boolean holds(double actual, double expected) {
            return switch (this) {
                case LESS -> actual < expected;
                case AT_MOST -> actual <= expected;
                case EQUAL -> actual == expected;
                case NOT_EQUAL -> actual != expected;
                case AT_LEAST -> actual >= expected;
                case MORE -> actual > expected;
            };
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
