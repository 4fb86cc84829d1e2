package dsqlsim.measure;

import java.util.Map;

/**
 * How a region, or an endpoint, recovered from a fault in one kind of operation: from the worst of the fault's injections.
 *
 * @param nanos from injection to recovery; -1 when the run ended without
 * @param goodWithinNanos what was good
 * @param parts in seconds
 */
record Recovery(int place, String operation, long nanos, long goodWithinNanos, Map<String, Double> parts) {
    boolean recovered() {
        return nanos >= 0;
    }

    /** In seconds; infinite when the run ended without recovery. */
    double seconds() {
        return recovered() ? nanos / 1e9 : Double.POSITIVE_INFINITY;
    }

    boolean worseThan(Recovery other) {
        return seconds() > other.seconds();
    }
}
