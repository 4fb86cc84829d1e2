package dsqlsim.report;

/**
 * One number that was compared with what it has to be, in words but for the value.
 *
 * @param id the case
 * @param kind where the expected number comes from: theory, publication, calibration or prediction
 * @param value null where nothing was measured
 * @param verdict ok or out
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
        String verdict) {
    /** Whether it is within its tolerance. */
    public boolean holds() {
        return verdict.equals("ok");
    }
}
