package dsqlsim.compare;

import dsqlsim.report.Aborts;
import dsqlsim.report.Failures;
import dsqlsim.report.RunResult;
import dsqlsim.report.WorkloadResult;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What became of transactions and attempts, over several workloads. */
record Counts(
        long offered,
        long gaveUp,
        long conflicts,
        long deadlocks,
        long otherAborts,
        long unavailable,
        long connection,
        long timeout,
        long unknown) {

    static Counts of(RunResult result) {
        return of(result, each -> true);
    }

    static Counts of(RunResult result, Predicate<WorkloadResult> which) {
        Counts sum = new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0);
        for (WorkloadResult each : result.workloads()) {
            sum = which.test(each) ? sum.plus(each) : sum;
        }
        return sum;
    }

    private Counts plus(WorkloadResult one) {
        Aborts aborted = one.attempts().aborted();
        Failures failed = one.attempts().failed();
        return new Counts(
                offered + one.transactions().offered(),
                gaveUp + one.transactions().gaveUp(),
                conflicts + aborted.occData() + aborted.occCatalog(),
                deadlocks + aborted.deadlock(),
                otherAborts + aborted.limit() + aborted.snapshotTooOld(),
                unavailable + failed.unavailable(),
                connection + failed.connection(),
                timeout + failed.timeout(),
                unknown + one.attempts().unknown());
    }

    /** How attempts failed, the causes that occurred: {@code 3 unavailable, 1 timeout}; empty if none did. */
    String failures() {
        List<String> parts = new ArrayList<>();
        add(parts, unavailable, "unavailable");
        add(parts, connection, "connection");
        add(parts, timeout, "timeout");
        add(parts, unknown, "unknown");
        return String.join(", ", parts);
    }

    private static void add(List<String> parts, long count, String what) {
        if (count > 0) {
            parts.add(Words.count(count) + " " + what);
        }
    }
}
