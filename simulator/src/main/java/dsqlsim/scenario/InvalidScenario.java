package dsqlsim.scenario;

import dsqlsim.yaml.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** A scenario that can't be run, with everything that is wrong with it. */
public final class InvalidScenario extends Exception {
    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    public InvalidScenario(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** In order of line and column; at least one. */
    public List<Problem> problems() {
        return problems;
    }
}
