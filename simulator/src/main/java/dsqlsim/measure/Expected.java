package dsqlsim.measure;

import java.util.List;
import java.util.function.DoublePredicate;

/**
 * One expectation, ready to be judged.
 *
 * @param text as written in the scenario
 * @param metric a name of {@link MetricCatalog}
 * @param arguments as they stand in brackets
 * @param bound whether a value, in seconds, 0..1 or per second, is as expected; not asked for safety verdicts
 * @param verdict what a safety check is compared with, or null
 * @param equal for verdicts: whether that is expected ({@code ==}), or anything else ({@code !=})
 * @param phase as in {@link Measures#value}
 * @param line of the scenario file, 0 when it came from the command line
 */
public record Expected(
        String text,
        String metric,
        List<String> arguments,
        DoublePredicate bound,
        String verdict,
        boolean equal,
        String phase,
        int line) {

    public Expected {
        arguments = List.copyOf(arguments);
    }

    /** Whether it says that a safety check will be violated, so that this is no failure. */
    boolean expectsViolation(String check) {
        return metric.equals("safety") && equal && "violated".equals(verdict) && arguments.contains(check);
    }
}
