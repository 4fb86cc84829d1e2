package dsqlsim.explore;

import dsqlsim.fault.Fault;
import dsqlsim.scenario.InvalidScenario;
import dsqlsim.scenario.Scenario;
import dsqlsim.scenario.ScenarioReader;
import dsqlsim.txn.Attempt;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A violation, told: which transactions, which values, which times, and which fault made it possible. */
public final class Story {
    /** Attempts in evidence: {@code #65537}. */
    static final Pattern ATTEMPT = Pattern.compile("#(\\d+)");

    private static final int NAMED_MAX = 12;

    private final Scenario scenario;
    private final Budget budget;
    private final List<Violation> violations;
    private final Recorded recorded;
    private final boolean quorumLost;
    private final Map<Long, String> names = new LinkedHashMap<>();

    private Story(Scenario scenario, Budget budget) {
        this.scenario = scenario;
        this.budget = budget;
        recorded = new Recorded(scenario);
        Checked.Result result = Checked.run(scenario, budget, recorded);
        violations = result.violations();
        quorumLost = result.watch().events().containsKey("quorum-lost");
        name();
    }

    /** Runs a scenario and tells what went wrong. */
    public static Story of(Scenario scenario, Budget budget) {
        return new Story(scenario, budget);
    }

    public boolean violated() {
        return !violations.isEmpty();
    }

    /** Whether nobody was served in the end, for too few replicas were left for any quorum: no protocol can help that. */
    public boolean quorumLost() {
        return quorumLost;
    }

    /** The names of the checks that failed. */
    public List<String> checks() {
        return violations.stream().map(Violation::check).toList();
    }

    /** In sentences, a line each. */
    public List<String> sentences() {
        List<String> lines = new ArrayList<>();
        for (Violation each : violations) {
            lines.add(each.check() + " is violated (" + each.anomaly() + ").");
            each.evidence().forEach(sentence -> lines.add((each.ofCheck() ? named(sentence) : sentence) + "."));
        }
        names.forEach((id, name) -> lines.add(life(name, recorded.attempts().get(id))));
        scenario.faults().forEach(fault -> lines.add(told(fault)));
        if (scenario.faults().isEmpty() && violated()) {
            lines.add("No fault was needed.");
        }
        return lines;
    }

    /** What is worth seeing, by place and time. */
    public List<String> excerpt() {
        return new SpaceTime(recorded.lines(), names).lines();
    }

    // ---- names

    /** Transactions that the evidence speaks of; failing those, all, if they are few. */
    private void name() {
        for (Violation each : violations) {
            for (String sentence : each.evidence()) {
                Matcher matcher = ATTEMPT.matcher(sentence);
                while (matcher.find()) {
                    name(Long.parseLong(matcher.group(1)));
                }
            }
        }
        if (names.isEmpty() && recorded.attempts().size() <= NAMED_MAX) {
            recorded.attempts().keySet().forEach(this::name);
        }
    }

    private void name(long id) {
        if (recorded.attempts().containsKey(id) && names.size() < NAMED_MAX) {
            names.putIfAbsent(id, "T" + (names.size() + 1));
        }
    }

    private String named(String sentence) {
        return ATTEMPT.matcher(sentence)
                .replaceAll(found -> names.getOrDefault(Long.valueOf(found.group(1)), found.group()));
    }

    static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.6f s", nanos / 1e9);
    }

    // ---- what each did

    private String life(String name, Attempt attempt) {
        StringBuilder line = new StringBuilder(name)
                .append(" (")
                .append(scenario.workloads().get(attempt.plan.workload).name())
                .append(", from ")
                .append(scenario.topology().regionNames().get(attempt.region))
                .append(") began at ")
                .append(seconds(attempt.startedAt));
        if (attempt.start >= 0) {
            line.append(" with start timestamp ").append(seconds(attempt.start));
        }
        rows(line, " read rows ", attempt, 0, attempt.plan.reads);
        rows(
                line,
                attempt.plan.blind ? " wrote blindly rows " : " updated rows ",
                attempt,
                attempt.plan.reads,
                attempt.plan.rows.length);
        if (attempt.commitSentAt >= 0) {
            line.append(", sent COMMIT at ").append(seconds(attempt.commitSentAt));
        }
        if (attempt.commit >= 0) {
            line.append(", committed at ").append(seconds(attempt.commit));
        }
        line.append(
                attempt.outcome == null
                        ? ", and was open at the end"
                        : ", and was told '" + attempt.outcome.label() + "' at " + seconds(attempt.endedAt));
        return line.append('.').toString();
    }

    private static void rows(StringBuilder line, String verb, Attempt attempt, int from, int to) {
        for (int i = from; i < to; i++) {
            line.append(i == from ? "," + verb : " ").append(attempt.plan.rows[i]);
        }
    }

    // ---- what made it possible

    /** A fault without which nothing is violated made it possible. */
    private String told(Fault fault) {
        String window = " from " + seconds(fault.atNanos())
                + (fault.lasts() ? " on" : " to " + seconds(fault.atNanos() + fault.forNanos()));
        return "Fault " + fault.id() + " (" + fault.kind() + window + ") "
                + (neededFor(fault) ? "made it possible: without it nothing is violated." : "is not needed for it.");
    }

    private boolean neededFor(Fault fault) {
        Draft without = Draft.of(scenario.source().text());
        int index = scenario.faults().indexOf(fault);
        without.list("faults").remove(index);
        try {
            Scenario twin = ScenarioReader.read(
                    scenario.source().path(), without.text(), scenario.source().overrides());
            return Checked.run(twin, budget).violations().stream()
                    .noneMatch(each -> violations.stream().anyMatch(each::like));
        } catch (InvalidScenario e) {
            return true; // Something else speaks of the fault; there is no such run without it.
        }
    }
}
