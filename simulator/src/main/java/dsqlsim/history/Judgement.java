package dsqlsim.history;

import java.util.List;

/**
 * What a check found.
 *
 * @param anomaly the name of the violation, or null
 * @param cycle why, in words: a chain of transactions that comes back to its first, or a single sentence
 */
public record Judgement(Verdict verdict, String anomaly, List<String> cycle) {
    /** Whether a history can have come from a database that keeps a model. */
    public enum Verdict {
        OK,
        VIOLATED,
        UNKNOWN
    }

    static final Judgement FINE = new Judgement(Verdict.OK, null, List.of());

    public Judgement {
        cycle = List.copyOf(cycle);
    }

    static Judgement violated(String anomaly, String... why) {
        return new Judgement(Verdict.VIOLATED, anomaly, List.of(why));
    }

    static Judgement unknown(String why) {
        return new Judgement(Verdict.UNKNOWN, null, List.of(why));
    }
}
