package dsqlsim.kit;

import dsqlsim.report.ExpectationResult;
import dsqlsim.report.RunResult;
import dsqlsim.report.SafetyResult;
import dsqlsim.report.SafetyVerdict;
import dsqlsim.report.Verdict;

/** What came of a run. Each assertion gives the outcome back, and a failure says how to see it again. */
public final class Outcome {
    private final RunResult result;

    Outcome(RunResult result) {
        this.result = result;
    }

    /** Everything that was measured. */
    public RunResult result() {
        return result;
    }

    /** No safety check failed. */
    public Outcome hasNoViolation() {
        for (SafetyResult each : result.safety()) {
            if (each.verdict() == SafetyVerdict.VIOLATED) {
                throw failure(each.check() + " is violated: " + each.evidence());
            }
        }
        return this;
    }

    /** A safety check failed, as it should when something is wrong on purpose. */
    public Outcome violates(String check) {
        boolean violated = result.safety().stream()
                .anyMatch(each -> each.check().equals(check) && each.verdict() == SafetyVerdict.VIOLATED);
        if (!violated) {
            throw failure("expected " + check + " to be violated, and it was not");
        }
        return this;
    }

    /** Everything that the scenario itself expects holds. */
    public Outcome meetsExpectations() {
        for (ExpectationResult each : result.expectations()) {
            if (each.verdict() != Verdict.MET) {
                throw failure("missed: " + each);
            }
        }
        return this;
    }

    /** A workload committed at least so many attempts. */
    public Outcome hasCommitted(String workload, long least) {
        long committed = result.workloads().stream()
                .filter(each -> each.name().equals(workload))
                .mapToLong(each -> each.attempts().committed())
                .sum();
        if (committed < least) {
            throw failure("expected " + workload + " to commit at least " + least + ", and it committed " + committed);
        }
        return this;
    }

    private AssertionError failure(String what) {
        return new AssertionError(what + "\nagain: " + result.run().reproduce());
    }
}
