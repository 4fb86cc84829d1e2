package dsqlsim.cli;

import dsqlsim.architecture.Architecture;
import dsqlsim.fault.Fault;
import dsqlsim.run.Architectures;
import dsqlsim.scenario.InvalidScenario;
import dsqlsim.scenario.Scenario;
import dsqlsim.yaml.Problem;
import dsqlsim.yaml.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What must be right before a scenario, or it less some faults, can be run. */
final class Twins {
    private Twins() {}

    /** Every fault that is to be left out is one of the scenario's. */
    static void require(Scenario scenario, List<String> without) throws InvalidScenario {
        List<String> known = scenario.faults().stream().map(Fault::id).toList();
        List<Problem> problems = new ArrayList<>();
        for (String each : without) {
            if (!known.contains(each)) {
                String all = known.isEmpty() ? "it has none" : "it has " + String.join(", ", known);
                problems.add(new Problem(
                        scenario.source().path(),
                        0,
                        0,
                        "--without: unknown fault '" + each + "'" + Suggestion.of(each, known) + " (" + all + ")"));
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidScenario(problems);
        }
    }

    /** The scenario's design is one that can be run. */
    static void requireRunnable(Scenario scenario) throws InvalidScenario {
        if (Architectures.find(scenario.topology().architecture()).isEmpty()) {
            throw new InvalidScenario(List.of(unknownDesign(scenario)));
        }
    }

    static Problem unknownDesign(Scenario scenario) {
        String known = Architectures.all().stream().map(Architecture::name).collect(Collectors.joining(", "));
        return new Problem(
                scenario.source().path(),
                0,
                0,
                "topology.architecture: this version can't run '"
                        + scenario.topology().architecture() + "' (it can: " + known + ")");
    }
}
