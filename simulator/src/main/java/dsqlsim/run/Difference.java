package dsqlsim.run;

/**
 * The first event in which two runs of one scenario and seed differ.
 *
 * @param number of the event, 1 for the first of the run; 0 if all events agree and only what was made of them does not
 * @param first what happened in the first run; null if it was over
 * @param second what happened in the second run; null if it was over
 */
public record Difference(long number, Occurred first, Occurred second) {
    /** An event, as far as it is told: when it was, of which kind, and at which node, -1 for none. */
    public record Occurred(long timeNanos, int kind, int node) {
        @Override
        public String toString() {
            return "kind " + kind + (node < 0 ? "" : " at node " + node) + ", at " + timeNanos + " ns";
        }
    }

    /** All events agree, and yet the results do not. */
    static Difference ofResults() {
        return new Difference(0, null, null);
    }

    /** A sentence for the user. */
    @Override
    public String toString() {
        if (number == 0) {
            return "all events agree, but the results are not the same bytes";
        }
        return "the first event that differs is number " + number + ": " + said(first) + " in the first run, "
                + said(second) + " in the second";
    }

    private static String said(Occurred event) {
        return event == null ? "none, as it was over," : event.toString();
    }
}
