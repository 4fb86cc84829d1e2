package dsqlsim.run;

import dsqlsim.report.SafetyResult;
import java.util.List;

/**
 * What the checks say of a run of which nothing was measured.
 *
 * @param events how many were simulated
 */
public record SafetyRun(List<SafetyResult> safety, long events, String fingerprint) {
    public SafetyRun {
        safety = List.copyOf(safety);
    }
}
