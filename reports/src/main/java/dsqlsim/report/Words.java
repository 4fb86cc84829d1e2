package dsqlsim.report;

import java.util.Locale;

/** Verdicts and operations as words and colours of the page. */
public final class Words {
    private Words() {}

    /** The verdict on the run, for people. */
    public static String of(RunVerdict verdict) {
        return switch (verdict) {
            case MET -> "Met";
            case MISSED -> "Missed";
            case VIOLATED -> "Violated";
        };
    }

    /** The verdict on an expectation, for people. */
    public static String of(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }

    /** The verdict on an objective, in the words of resilience policies. */
    public static String objective(Verdict verdict) {
        return verdict == Verdict.MISSED ? "breached" : of(verdict);
    }

    /** The verdict of a safety check, for people. */
    public static String of(SafetyResult check) {
        String word = check.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return check.expected() ? word + ", as expected" : word;
    }

    /** The style of a verdict: {@code good}, {@code bad} or {@code unsure}. */
    public static String tone(RunVerdict verdict) {
        return switch (verdict) {
            case MET -> "good";
            case MISSED -> "unsure";
            case VIOLATED -> "bad";
        };
    }

    /** As above; without a sample it counts as missed. */
    public static String tone(Verdict verdict) {
        return switch (verdict) {
            case MET -> "good";
            case MISSED -> "bad";
            case UNKNOWN -> "unsure";
        };
    }

    /** As above. */
    public static String tone(SafetyResult check) {
        if (check.verdict() == SafetyVerdict.OK) {
            return "good";
        }
        return Story.isFailure(check) ? "bad" : "unsure";
    }

    /** What a safety check says when it is ok. */
    public static String meaning(String check) {
        return switch (check) {
            case "durability" -> "every acknowledged commit is still there";
            case "atomicity" -> "each transaction took effect as a whole or not at all";
            case "snapshot-isolation" -> "each transaction saw one consistent state, and no update was lost";
            case "linearizable-reads" -> "whoever began later saw what had been acknowledged before";
            case "one-leader-per-epoch" -> "no two nodes led a journal under one epoch";
            case "monotone-commits" -> "commit timestamps rise along each journal";
            case "promise-kept" -> "nothing was committed below a time that had been promised closed";
            case "convergence" -> "all replicas ended up the same";
            case "clock-bound" -> "no clock was acted upon while true time lay outside its bound";
            case "conservation" -> "what transactions may only move around kept its sum";
            default -> "";
        };
    }
}
