package dsqlsim.kit;

import dsqlsim.architecture.Architecture;
import dsqlsim.explore.Budget;
import dsqlsim.explore.Drawn;
import dsqlsim.run.Architectures;
import dsqlsim.run.Experiment;
import dsqlsim.run.Options;
import dsqlsim.scenario.InvalidScenario;
import dsqlsim.scenario.Library;
import dsqlsim.scenario.Scenario;
import dsqlsim.scenario.ScenarioReader;
import java.util.ArrayList;
import java.util.List;

/**
 * A scenario that is about to be run. Immutable: every step gives another one, so a common start can be shared by tests.
 *
 * <pre>
 * Dsqlsim.scenario("region-loss").set("membership.detect", "1s").seed(7).run().hasNoViolation();
 * </pre>
 */
public final class Dsqlsim {
    private final Library.Text text;
    private final List<String> overrides;

    private Dsqlsim(Library.Text text, List<String> overrides) {
        this.text = text;
        this.overrides = List.copyOf(overrides);
    }

    /** A bundled scenario by its name, or a file by its path. */
    public static Dsqlsim scenario(String nameOrPath) {
        try {
            return new Dsqlsim(Library.open(nameOrPath), List.of());
        } catch (InvalidScenario e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** A scenario by its text. */
    public static Dsqlsim yaml(String text) {
        return new Dsqlsim(new Library.Text("scenario.yaml", text), List.of());
    }

    /** The scenario that {@code dsqlsim explore} draws under a seed and a number, with one failure domain away at a time. */
    public static Dsqlsim drawn(long seed, int number) {
        return yaml(Drawn.text(seed, number, Budget.SURVIVABLE));
    }

    /** Sets any value of the scenario, or a ledger entry, as {@code --set path=value} does. */
    public Dsqlsim set(String path, String value) {
        List<String> more = new ArrayList<>(overrides);
        more.add(path + "=" + value);
        return new Dsqlsim(text, more);
    }

    /** Adds one more fault, written as in the file: {@code {at: 5s, for: 1s, crash: {role: journal}}}. */
    public Dsqlsim with(String fault) {
        return new Dsqlsim(new Library.Text(text.path(), Faults.added(text.content(), fault)), overrides);
    }

    /** Governs every draw. */
    public Dsqlsim seed(long seed) {
        return set("seed", String.valueOf(seed));
    }

    /** Runs it. A scenario that is not right is refused with every mistake in its place. */
    public Outcome run() {
        Scenario scenario;
        try {
            scenario = ScenarioReader.read(text.path(), text.content(), overrides);
        } catch (InvalidScenario e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
        String name = scenario.topology().architecture();
        Architecture architecture = Architectures.find(name)
                .orElseThrow(() -> new IllegalArgumentException("this version can't run '" + name + "'"));
        return new Outcome(Experiment.run(scenario, architecture, scenario.seed(), Options.STANDARD));
    }

    /** The scenario's text and what was set: enough to run it by hand. */
    @Override
    public String toString() {
        StringBuilder whole = new StringBuilder(text.content());
        overrides.forEach(each -> whole.append("# --set ").append(each).append('\n'));
        return whole.toString();
    }
}
