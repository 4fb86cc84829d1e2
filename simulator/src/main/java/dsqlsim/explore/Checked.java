package dsqlsim.explore;

import dsqlsim.architecture.Architecture;
import dsqlsim.report.SafetyResult;
import dsqlsim.report.SafetyVerdict;
import dsqlsim.run.Architectures;
import dsqlsim.run.Experiment;
import dsqlsim.run.Observers;
import dsqlsim.run.Options;
import dsqlsim.run.SafetyRun;
import dsqlsim.scenario.InvalidScenario;
import dsqlsim.scenario.Scenario;
import dsqlsim.scenario.ScenarioReader;
import dsqlsim.txn.Observer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An explored scenario that has been run once, with all checks. */
final class Checked {
    /** More events than any scenario of the size that is explored needs. */
    private static final long EVENTS_MAX = 4_000_000;

    /** Without a true bound reads may miss what was acknowledged, and it is reported that bounds lied. */
    private static final Set<String> LIES_MAY_BREAK = Set.of("linearizable-reads", "clock-bound");

    /**
     * What came out of it.
     *
     * @param result null when the simulator failed
     * @param watch what happened meanwhile
     */
    record Result(List<Violation> violations, SafetyRun result, Watch watch) {
        Result {
            violations = List.copyOf(violations);
        }

        /** How many events it took. */
        long events() {
            return result == null ? EVENTS_MAX : result.events();
        }

        /** The same, with what looked like a standstill known to be something else: counted as that, and no violation. */
        Result knownFor(String what) {
            watch.events().merge(what, 1L, Long::sum);
            List<Violation> others = violations.stream()
                    .filter(each -> !each.check().equals(Violation.STUCK))
                    .toList();
            return new Result(others, result, watch);
        }
    }

    private static final class TooManyEvents extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private Checked() {}

    /** Reads and runs a scenario that must be a right one. */
    static Result run(String text, Budget budget) throws InvalidScenario {
        Scenario scenario = read(text);
        Result result = run(scenario, budget);
        boolean stuck =
                result.violations().stream().anyMatch(each -> each.check().equals(Violation.STUCK));
        if (stuck && Patience.comesBack(text, scenario, budget)) {
            return result.knownFor("slow");
        }
        return stuck && Calm.comesBack(text, scenario, budget) ? result.knownFor("overloaded") : result;
    }

    static Scenario read(String text) throws InvalidScenario {
        return ScenarioReader.read("explored.yaml", text, List.of());
    }

    static Result run(Scenario scenario, Budget budget) {
        return run(scenario, budget, null);
    }

    /** {@code also} is told what happens; null for nobody. */
    static Result run(Scenario scenario, Budget budget, Observer also) {
        Architecture architecture =
                Architectures.find(scenario.topology().architecture()).orElseThrow();
        Watch watch = new Watch(scenario);
        Options options = Options.STANDARD
                .observing(also == null ? watch : new Observers(watch, also))
                .listening((number, time, kind, node) -> {
                    if (number > EVENTS_MAX) {
                        throw new TooManyEvents();
                    }
                });
        try {
            SafetyRun result = Experiment.check(scenario, architecture, scenario.seed(), options);
            return new Result(judge(result, watch, budget), result, watch);
        } catch (TooManyEvents e) {
            String evidence = "more than " + EVENTS_MAX + " events; the last at " + watch.lastAt() / 1e9 + " s";
            return new Result(List.of(new Violation(Violation.HANG, "hang", List.of(evidence))), null, watch);
        } catch (RuntimeException | AssertionError | StackOverflowError e) {
            return new Result(List.of(crash(e)), null, watch);
        }
    }

    private static List<Violation> judge(SafetyRun result, Watch watch, Budget budget) {
        List<Violation> violations = new ArrayList<>();
        for (SafetyResult each : result.safety()) {
            boolean allowed = budget == Budget.LIES && LIES_MAY_BREAK.contains(each.check());
            if (each.verdict() == SafetyVerdict.VIOLATED && !allowed) {
                String anomaly = each.anomalies().keySet().iterator().next();
                violations.add(new Violation(each.check(), anomaly, each.evidence()));
            }
        }
        watch.unnoticed().ifPresent(violations::add);
        if (budget != Budget.LIES) {
            Optional<Violation> stuck = watch.stuck(result.waiting().sentences());
            if (budget == Budget.SURVIVABLE || result.waiting().possible()) {
                stuck.ifPresent(violations::add);
            } else if (stuck.isPresent()) {
                watch.events().merge("quorum-lost", 1L, Long::sum);
            }
        }
        return violations;
    }

    private static Violation crash(Throwable thrown) {
        List<String> evidence = new ArrayList<>();
        Throwable failure = thrown.getCause() == null ? thrown : thrown.getCause();
        evidence.add(thrown.toString());
        StackTraceElement[] trace = failure.getStackTrace();
        for (int i = 0; i < Math.min(8, trace.length); i++) {
            evidence.add("at " + trace[i]);
        }
        String where = trace.length == 0 ? "" : " in " + trace[0].getClassName() + "." + trace[0].getMethodName();
        return new Violation(Violation.CRASH, failure.getClass().getSimpleName() + where, evidence);
    }
}
