package dsqlsim.report;

/**
 * One number that was compared with what it has to be, in words but for the value.
 *
 * @param id the case
 * @param kind where the expected number comes from: theory, publication, calibration or prediction
 * @param value null where nothing was measured
 * @param verdict ok or out
 * @param size full or small: how large the run was
 * @param cpu processor time of the whole case in seconds; null where nobody looked
 */
public record ValidationRow(
        String id,
        String title,
        String what,
        String source,
        String kind,
        String expected,
        String measured,
        Double value,
        String tolerance,
        String verdict,
        long seed,
        String size,
        Double cpu) {
    /** As published. */
    public static final String FULL = "full";
    /** As small as runs with every change. */
    public static final String SMALL = "small";

    /** Whether it is within its tolerance. */
    public boolean holds() {
        return verdict.equals("ok");
    }
}
