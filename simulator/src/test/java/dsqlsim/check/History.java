package dsqlsim.check;

import dsqlsim.report.SafetyVerdict;
import dsqlsim.txn.Attempt;
import dsqlsim.txn.Outcome;
import dsqlsim.txn.Plan;
import dsqlsim.txn.Version;

/** Attempts told by hand, for tests of checkers. Timestamps and true times are small plain numbers. */
final class History {
    private History() {}

    /** Wrote rows without reading them. */
    static Attempt wrote(long id, long start, long commit, long endedAt, int... rows) {
        Attempt attempt = new Attempt(id, new Plan(0, 0, rows, 0, 0, true, 1, 0), 1, 0, start, start);
        attempt.beganAt = start;
        attempt.start = start;
        attempt.commit = commit;
        attempt.journal = 0;
        attempt.sequence = id;
        attempt.answered = rows.length;
        return end(attempt, Outcome.COMMITTED, endedAt);
    }

    /** Read one row and saw a version, or null for the initial state. */
    static Attempt read(long id, long beganAt, long start, long endedAt, int row, Version version) {
        Attempt attempt = new Attempt(id, new Plan(0, 0, new int[] {row}, 1, 0, false, 1, 0), 1, 0, beganAt, beganAt);
        attempt.beganAt = beganAt;
        attempt.start = start;
        attempt.answered = 1;
        attempt.read[0] = version;
        return end(attempt, Outcome.COMMITTED, endedAt);
    }

    static Attempt end(Attempt attempt, Outcome outcome, long endedAt) {
        attempt.outcome = outcome;
        attempt.endedAt = endedAt;
        return attempt;
    }

    static Version version(long timestamp, long writer) {
        return new Version(timestamp, writer, null);
    }

    static SafetyVerdict verdict(Checker checker) {
        return checker.findings().result(checker.id(), true).verdict();
    }
}
