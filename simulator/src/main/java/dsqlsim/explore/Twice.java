package dsqlsim.explore;

import dsqlsim.architecture.Architecture;
import dsqlsim.kernel.EventListener;
import dsqlsim.run.Architectures;
import dsqlsim.run.Difference;
import dsqlsim.run.Experiment;
import dsqlsim.run.Options;
import dsqlsim.run.Trial;
import dsqlsim.run.Verification;
import dsqlsim.scenario.InvalidScenario;
import dsqlsim.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A scenario run again: the two runs must agree on every event and every finding. */
final class Twice {
    private Twice() {}

    /** What is violated if they don't: with the first event that differs. */
    static Optional<Violation> differs(String text, Budget budget, Checked.Result first) throws InvalidScenario {
        String one = fingerprint(first);
        String other = fingerprint(Checked.run(text, budget));
        if (one.equals(other)) {
            return Optional.empty();
        }
        List<String> evidence = new ArrayList<>();
        evidence.add("two runs of the same scenario have the fingerprints " + one + " and " + other);
        Scenario scenario = Checked.read(text);
        evidence.add(where(once(scenario), once(scenario)));
        return Optional.of(new Violation(Violation.DIFFERS, "fingerprint", evidence));
    }

    private static String fingerprint(Checked.Result result) {
        return result.result() == null
                ? result.violations().toString()
                : result.result().fingerprint() + result.violations();
    }

    private static Function<EventListener, Trial> once(Scenario scenario) {
        Architecture architecture =
                Architectures.find(scenario.topology().architecture()).orElseThrow();
        return listener ->
                Experiment.trial(scenario, architecture, scenario.seed(), Options.STANDARD.listening(listener));
    }

    /** Runs it twice more, side by side. */
    static String where(Function<EventListener, Trial> first, Function<EventListener, Trial> second) {
        try {
            return Verification.of(first, second)
                    .difference()
                    .map(Difference::toString)
                    .orElse("run twice more, side by side, it was the same: it does not differ each time");
        } catch (RuntimeException | AssertionError e) {
            return "run twice more, it failed: " + e;
        }
    }
}
