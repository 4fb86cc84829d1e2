package dsqlsim.measure;

import java.util.List;
import java.util.Locale;

/**
 * One metric that an expectation can name.
 *
 * @param arguments the kinds of argument it takes, in order; all may be left out, except a check and an event
 * @param phases whether {@code during PHASE} has a meaning for it
 */
public record Metric(String name, Unit unit, List<Argument> arguments, Phases phases, String description) {

    /** What may stand in the brackets after a metric's name. */
    public enum Argument {
        /** A region: of origin, or for {@code endpoint-rto} the endpoint's own. */
        REGION,
        /** A region of origin or a workload. */
        REGION_OR_WORKLOAD,
        /** {@code read}, {@code write} or {@code connect}. */
        OPERATION,
        /** The id of a safety check. */
        CHECK,
        /** A type of event. */
        EVENT
    }

    /** Which phases a metric can be restricted to. */
    public enum Phases {
        ANY,
        /** Only a fault's id. */
        FAULTS,
        NONE
    }

    public Metric {
        arguments = List.copyOf(arguments);
    }

    public boolean takes(Argument argument) {
        return arguments.contains(argument);
    }

    /** Whether it means nothing without its first argument. */
    public boolean needsArgument() {
        return takes(Argument.CHECK) || takes(Argument.EVENT);
    }

    /** How it is written with all its arguments, such as {@code rto(region, operation)}. */
    public String usage() {
        if (arguments.isEmpty()) {
            return name;
        }
        StringBuilder text = new StringBuilder(name).append('(');
        for (int i = 0; i < arguments.size(); i++) {
            String word = arguments.get(i).name().toLowerCase(Locale.ROOT);
            text.append(i == 0 ? "" : ", ").append(word.replace('_', ' '));
        }
        return text.append(')').toString();
    }
}
