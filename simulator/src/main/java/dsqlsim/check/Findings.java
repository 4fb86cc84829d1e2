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
    /** What was seen and is no failure. */
    private final Map<String, Long> allowed = new TreeMap<>();

    private long examined;
    private long undecided;

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

    /** Something that has a name and is allowed: counted, no more. */
    void allowed(String anomaly) {
        allowed.merge(anomaly, 1L, Long::sum);
    }

    /** Something could not be judged: what it is to be compared with has been forgotten. */
    void undecided() {
        undecided++;
    }

    boolean violated() {
        return !anomalies.isEmpty();
    }

    Map<String, Long> anomalies() {
        return anomalies;
    }

    SafetyResult result(String check, boolean promised) {
        SafetyVerdict decided = undecided > 0 ? SafetyVerdict.UNKNOWN : SafetyVerdict.OK;
        SafetyVerdict kept = violated() ? SafetyVerdict.VIOLATED : decided;
        SafetyVerdict verdict = promised ? kept : SafetyVerdict.NOT_PROMISED;
        Map<String, Long> all = new TreeMap<>(anomalies);
        all.putAll(allowed);
        List<String> told = new ArrayList<>(evidence);
        if (verdict == SafetyVerdict.UNKNOWN) {
            told.add(undecided + " of " + examined
                    + " could not be judged: what they would be compared with was forgotten");
        }
        return new SafetyResult(check, verdict, examined, false, all, told);
    }
}
