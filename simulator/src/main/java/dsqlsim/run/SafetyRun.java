package dsqlsim.run;

import dsqlsim.architecture.Waiting;
import dsqlsim.report.SafetyResult;
import java.util.List;

/**
 * What the checks say of a run of which nothing was measured.
 *
 * @param events how many were simulated
 * @param waiting who waited for whom in the end
 */
public record SafetyRun(List<SafetyResult> safety, long events, String fingerprint, Waiting waiting) {
    public SafetyRun {
        safety = List.copyOf(safety);
    }
}
