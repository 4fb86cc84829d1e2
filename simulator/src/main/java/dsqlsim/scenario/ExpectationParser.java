package dsqlsim.scenario;

import dsqlsim.fault.Fault;
import dsqlsim.measure.Metric;
import dsqlsim.measure.MetricCatalog;
import dsqlsim.measure.Unit;
import dsqlsim.scenario.Expectation.Comparator;
import dsqlsim.workload.WorkloadSpec;
import dsqlsim.yaml.Cursor;
import dsqlsim.yaml.Quantity;
import dsqlsim.yaml.Shape;
import dsqlsim.yaml.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code metric [(arguments)] comparator value [during phase]}. */
final class ExpectationParser {
    private static final Pattern GRAMMAR = Pattern.compile(
            "([a-z0-9.-]{1,60}) ?(?:\\(([^()]{0,200})\\))? ?(<=|>=|==|!=|<|>) ?(\\S{1,40}?)(?: during (.{1,120}))?");
    private static final Shape<String> TEXT = Shape.of(
            "an expectation such as 'rto(us-east-1, write) < 15s'",
            text -> Optional.of(text).filter(t -> !t.isBlank()),
            "");

    private final List<String> regions;
    private final List<String> workloads;
    private final List<String> phases = new ArrayList<>(List.of("before", "after", Expectation.WHOLE));

    ExpectationParser(Topology topology, List<WorkloadSpec> workloads, List<Fault> faults) {
        this.regions = topology.regionNames();
        this.workloads = workloads.stream().map(WorkloadSpec::name).toList();
        for (Fault fault : faults) {
            phases.add(fault.id());
            phases.add("recovery " + fault.id());
        }
    }

    /** Nothing if it is none; that is then a problem of the scenario. */
    Optional<Expectation> parse(Cursor yaml) {
        String text = yaml.value(TEXT).strip().replaceAll("\\s+", " ");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Matcher matcher = GRAMMAR.matcher(text);
        if (!matcher.matches()) {
            yaml.reject("expected 'metric(arguments) comparator value during phase', not '" + text + "'");
            return Optional.empty();
        }
        Optional<Metric> metric = MetricCatalog.find(matcher.group(1));
        if (metric.isEmpty()) {
            yaml.reject("unknown metric '" + matcher.group(1) + "'"
                    + Suggestion.of(matcher.group(1), MetricCatalog.names()));
            return Optional.empty();
        }
        return Optional.of(expectation(yaml, text, metric.get(), matcher));
    }

    private Expectation expectation(Cursor yaml, String text, Metric metric, Matcher matcher) {
        List<String> arguments = arguments(yaml, metric, matcher.group(2));
        Comparator comparator = comparator(matcher.group(3));
        String value = matcher.group(4);
        boolean verdict = metric.unit() == Unit.VERDICT;
        if (verdict) {
            verdict(yaml, comparator, value);
        }
        double number = verdict ? 0 : number(yaml, metric, value);
        String phase = phase(yaml, metric, matcher.group(5));
        return new Expectation(
                text, metric.name(), arguments, comparator, number, verdict ? value : null, phase, yaml.line());
    }

    private List<String> arguments(Cursor yaml, Metric metric, String given) {
        List<String> arguments = new ArrayList<>();
        if (given != null) {
            for (String each : given.split(",", -1)) {
                arguments.add(each.strip());
            }
        }
        if (arguments.size() > metric.arguments().size()) {
            yaml.reject("expected " + metric.usage() + ", not " + arguments.size() + " arguments");
            return List.of();
        }
        if (arguments.isEmpty() && metric.needsArgument()) {
            yaml.reject("expected " + metric.usage());
        }
        for (int i = 0; i < arguments.size(); i++) {
            List<String> known = known(metric.arguments().get(i));
            if (!known.contains(arguments.get(i))) {
                String kind = metric.arguments()
                        .get(i)
                        .name()
                        .toLowerCase(Locale.ROOT)
                        .replace('_', ' ');
                yaml.reject("unknown " + kind + " '" + arguments.get(i) + "'" + Suggestion.of(arguments.get(i), known)
                        + " (known: " + String.join(", ", known) + ")");
            }
        }
        return arguments;
    }

    private List<String> known(Metric.Argument argument) {
        List<String> both = new ArrayList<>(regions);
        both.addAll(workloads);
        return switch (argument) {
            case REGION -> regions;
            case REGION_OR_WORKLOAD -> both;
            case OPERATION -> MetricCatalog.OPERATIONS;
            case CHECK -> MetricCatalog.CHECKS;
            case EVENT -> MetricCatalog.EVENTS;
        };
    }

    private static void verdict(Cursor yaml, Comparator comparator, String value) {
        if (comparator != Comparator.EQUAL && comparator != Comparator.NOT_EQUAL) {
            yaml.reject("expected == or != before a verdict");
        }
        if (!MetricCatalog.VERDICTS.contains(value)) {
            yaml.reject("expected one of " + String.join(", ", MetricCatalog.VERDICTS) + ", not '" + value + "'"
                    + Suggestion.of(value, MetricCatalog.VERDICTS));
        }
    }

    private static double number(Cursor yaml, Metric metric, String text) {
        OptionalDouble value = parse(metric.unit(), text);
        if (value.isEmpty()) {
            yaml.reject("expected " + example(metric.unit()) + " as the value of " + metric.name() + ", not '" + text
                    + "'");
        }
        return value.orElse(0);
    }

    private static OptionalDouble parse(Unit unit, String text) {
        return switch (unit) {
            case DURATION -> seconds(Quantity.duration(text));
            case SHARE -> Quantity.share(text);
            case RATE -> Quantity.rate(text);
            case COUNT, RATIO -> Quantity.number(text);
            case VERDICT -> OptionalDouble.empty();
        };
    }

    private static OptionalDouble seconds(OptionalLong nanos) {
        return nanos.isPresent() ? OptionalDouble.of(nanos.getAsLong() / 1e9) : OptionalDouble.empty();
    }

    private static String example(Unit unit) {
        return switch (unit) {
            case DURATION -> "a duration such as '15s'";
            case SHARE -> "a share such as '99%'";
            case RATE -> "a rate such as '300/s'";
            case COUNT, RATIO -> "a number such as '0'";
            case VERDICT -> "a verdict";
        };
    }

    private String phase(Cursor yaml, Metric metric, String given) {
        String phase = given == null ? Expectation.WHOLE : given.strip();
        if (!phases.contains(phase)) {
            yaml.reject("unknown phase '" + phase + "'" + Suggestion.of(phase, phases) + " (known: "
                    + String.join(", ", phases) + ")");
        } else if (given != null && metric.phases() == Metric.Phases.NONE) {
            yaml.reject(metric.name() + " is of the whole run: it can't be restricted to a phase");
        } else if (given != null && metric.phases() == Metric.Phases.FAULTS && !isFault(phase)) {
            yaml.reject(metric.name() + " can only be restricted to a fault, not to '" + phase + "'");
        }
        return phase;
    }

    private boolean isFault(String phase) {
        return phases.contains("recovery " + phase);
    }

    private static Comparator comparator(String symbol) {
        for (Comparator each : Comparator.values()) {
            if (each.symbol().equals(symbol)) {
                return each;
            }
        }
        throw new AssertionError(symbol);
    }
}
