package dsqlsim.explore;

import java.util.List;

/**
 * Something that must not be.
 *
 * @param check the safety check, or {@link #HANG}, {@link #CRASH}, {@link #STUCK}, {@link #DIFFERS}
 * @param anomaly the kind of anomaly that the check named, or the exception
 * @param evidence sentences
 */
record Violation(String check, String anomaly, List<String> evidence) {
    /** Far more events than such a run can need. */
    static final String HANG = "hang";
    /** The simulator itself failed. */
    static final String CRASH = "internal-error";
    /** Two runs of one scenario were not the same. */
    static final String DIFFERS = "determinism";
    /** All is healed, and nobody commits. */
    static final String STUCK = "liveness";

    Violation {
        evidence = List.copyOf(evidence);
    }

    /** Whether a safety check or an invariant failed: something was wrong, not only slow. */
    boolean safety() {
        return !check.equals(STUCK) && !check.equals(HANG);
    }

    /** Whether a check speaks, whose numbers are attempts and timestamps. */
    boolean ofCheck() {
        return safety() && !check.equals(CRASH) && !check.equals(DIFFERS);
    }

    /** Whether it is the same kind of finding as another: what shrinking must keep. */
    boolean like(Violation other) {
        return check.equals(other.check) && (!check.equals(CRASH) || anomaly.equals(other.anomaly));
    }
}
