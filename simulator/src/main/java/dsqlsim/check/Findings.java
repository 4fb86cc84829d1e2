package dsqlsim.check;

import dsqlsim.report.SafetyResult;
import dsqlsim.report.SafetyVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What one checker has looked at and found wrong; the first findings are told in a sentence each. */
final class Findings {
    private static final int TOLD = 3;

    private final Map<String, Long> anomalies = new TreeMap<>();
    private final List<String> evidence = new ArrayList<>();
    private long examined;

    void examined() {
        examined++;
    }

    void examined(long count) {
        examined += count;
    }

    /** Something is wrong. The sentence is formatted only while few have been told. */
    void found(String anomaly, String sentence, Object... arguments) {
        anomalies.merge(anomaly, 1L, Long::sum);
        if (evidence.size() < TOLD) {
            evidence.add(String.format(Locale.ROOT, sentence, arguments));
        }
    }

    /** So many more of the same kind. */
    void more(String anomaly, long count) {
        anomalies.merge(anomaly, count, Long::sum);
    }

    boolean violated() {
        return !anomalies.isEmpty();
    }

    Map<String, Long> anomalies() {
        return anomalies;
    }

    SafetyResult result(String check, boolean promised) {
        SafetyVerdict kept = violated() ? SafetyVerdict.VIOLATED : SafetyVerdict.OK;
        SafetyVerdict verdict = promised ? kept : SafetyVerdict.NOT_PROMISED;
        return new SafetyResult(check, verdict, examined, false, anomalies, evidence);
    }
}
