package dsqlsim.validate;

import com.fasterxml.jackson.databind.JsonNode;
import dsqlsim.report.Plot;
import dsqlsim.report.ValidationReport.Curve;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/** The pictures by which a sceptic sees at a glance whether the model agrees. A picture whose cases were not run is left out. */
final class Curves {
    private static final double[] LOADS = {0.1, 0.25, 0.5, 1, 1.5, 2, 3, 4};
    /** Policies as the bench is told them, and as people call them. */
    private static final List<String> JITTERS = List.of("without", "none", "decorrelated", "equal", "full");

    private static final List<String> POLICIES =
            List.of("no back-off", "exponential", "decorrelated jitter", "equal jitter", "full jitter");
    private static final List<String> ELECTIONS = List.of("none failed", "one failed", "two failed");

    private final ValidationTable table;
    private final Campaign campaign;

    /** {@code campaign} runs what pictures need beyond the table. */
    Curves(ValidationTable table, Campaign campaign) {
        this.table = table;
        this.campaign = campaign;
    }

    List<Curve> all() throws InterruptedException {
        List<Curve> curves = new ArrayList<>();
        curves.add(tolerances());
        if (has("C1a")) {
            curves.add(aborts());
        }
        if (has("D3")) {
            curves.add(elections());
        }
        if (has("B5")) {
            curves.add(latencies());
        }
        if (has("C8")) {
            curves.add(backoff());
        }
        return curves;
    }

    private boolean has(String id) {
        return table.outcomes().stream().anyMatch(each -> each.of().id().equals(id));
    }

    private List<Outcome> of(String id) {
        return table.outcomes().stream()
                .filter(each -> each.of().id().equals(id))
                .toList();
    }

    // ---- how far each number is off

    private Curve tolerances() {
        List<Group> groups = Group.of(table.outcomes());
        Plot plot = Plot.rows(groups.stream().map(Group::name).toList(), "share of the tolerance that is used up", 1);
        for (Group group : groups) {
            for (Outcome outcome : group.outcomes()) {
                dots(plot, groups.indexOf(group), outcome);
            }
        }
        plot.named("dot many w0", "within").named("dot miss", "out of tolerance");
        return new Curve(
                "How close",
                "Each point is a number that was measured: how far it is from what it has to be, in parts of its tolerance (mostly"
                        + " four standard errors, so that most lie below a half). Numbers that must be exact, and bounds to one side, have no point.",
                plot);
    }

    private static void dots(Plot plot, int row, Outcome outcome) {
        for (Outcome.Found found : outcome.found()) {
            double used = found.value() == null ? 1 : found.measure().used(found.value(), outcome.shrink());
            if (!Double.isNaN(used)) {
                String what = outcome.of().id() + " " + outcome.of().title() + ", "
                        + found.measure().what() + ": " + found.shown();
                plot.dot(row, found.holds() ? "many w0" : "miss", used, what);
            }
        }
    }

    // ---- aborts

    private Curve aborts() throws InterruptedException {
        List<double[]> measured = new ArrayList<>();
        for (double load : LOADS) {
            JsonNode result = campaign.scenario(
                    "c1-uniform-one-key",
                    List.of(
                            "stop.attempts=20000",
                            "workload.writers.arrivals=" + load * 2000 + "/s",
                            "workload.writers.transactions={writes: 1, blind: true, work: 50ms}",
                            "workload.writers.keys={space: 100, distribution: uniform}"));
            measured.add(new double[] {
                load, Path.find(result, "workloads/writers/abort-rate").asDouble()
            });
        }
        List<double[]> theory = new ArrayList<>();
        List<double[]> birthday = new ArrayList<>();
        for (int i = 0; i <= 80; i++) {
            double load = i / 20.0;
            theory.add(new double[] {load, load / (1 + load)});
            birthday.add(new double[] {load, 1 - StrictMath.exp(-load)});
        }
        Plot plot = Plot.axes("attempts per key and window", 4, "abort probability", 1)
                .curve("dashed offered", "1 - exp(-aT), often quoted", birthday)
                .curve("w0", "theory: aT / (1 + aT)", theory)
                .points("w1", "simulated", measured);
        return new Curve(
                "Aborts over load",
                "Each transaction writes one of 100 rows and takes 50 ms until it is decided. The form that is often quoted overstates,"
                        + " since an attempt that aborts hinders nobody.",
                plot);
    }

    // ---- elections

    private Curve elections() throws InterruptedException {
        Plot plot = Plot.axes("ms until there is a leader", 2000, "share of elections", 1);
        List<Outcome> cases = of("D3");
        for (int i = 0; i < cases.size(); i++) {
            List<String> set = new ArrayList<>(cases.get(i).of().runs().get(""));
            set.add("repeat=1000");
            JsonNode values = Path.find(
                    campaign.scenario(cases.get(i).of().scenario(), set), "replications/scalars/leader-gap/values");
            plot.curve(
                    "w" + i, ELECTIONS.get(i), distribution(values, cases.get(i).of()));
            plot.points("ring w" + i, "", quantiles(cases.get(i).of()));
        }
        plot.named("dot ring offered", "published quantiles");
        return new Curve(
                "How long elections take",
                "Five servers over a wide-area network with one-way delays of 30 to 40 ms and time-outs of 300 to 600 ms. Lines: simulated;"
                        + " rings: medians and 99th percentiles read off the figures of the Raft dissertation.",
                plot);
    }

    /** The least and the most of the values in steps of a hundredth. */
    private static List<double[]> distribution(JsonNode values, Case of) {
        double from = of.measures().get(0).minus();
        double[] sorted = StreamSupport.stream(values.spliterator(), false)
                .filter(JsonNode::isNumber)
                .mapToDouble(each -> 1000 * each.asDouble() - from)
                .sorted()
                .toArray();
        List<double[]> curve = new ArrayList<>();
        for (int percent = 0; percent <= 100; percent++) {
            int at = Math.min(sorted.length - 1, sorted.length * percent / 100);
            curve.add(new double[] {sorted[at], percent / 100.0});
        }
        return curve;
    }

    private static List<double[]> quantiles(Case of) {
        return of.measures().stream()
                .filter(each -> each.what().startsWith("p"))
                .map(each -> new double[] {
                    each.expected(), Double.parseDouble(each.what().substring(1)) / 100
                })
                .toList();
    }

    // ---- latencies

    private Curve latencies() {
        Predicate<Outcome.Found> both =
                each -> each.measure().from() != null && each.measure().unit().equals("ms") && each.value() != null;
        List<String> names = new ArrayList<>();
        List<Outcome.Found> rows = new ArrayList<>();
        for (Outcome outcome : of("B5")) {
            outcome.found().stream().filter(both).forEach(each -> {
                names.add(
                        each.measure().what().contains(",")
                                ? each.measure().what()
                                : each.measure().what() + ", " + outcome.of().title());
                rows.add(each);
            });
        }
        Plot plot = Plot.rows(names, "ms", 40);
        for (int i = 0; i < rows.size(); i++) {
            Measure measure = rows.get(i).measure();
            plot.range(i, "offered", measure.from(), measure.to());
            plot.dot(i, "ring w0", measure.expected(), names.get(i) + ", published: " + measure.expected() + " ms");
            plot.dot(
                    i,
                    "w1",
                    rows.get(i).value(),
                    names.get(i) + ", simulated: " + rows.get(i).shown());
        }
        plot.named("dot ring w0", "published").named("dot w1", "simulated").named("range offered", "accepted");
        return new Curve(
                "Latency against the DSQL paper",
                "99th percentiles. The preset was calibrated to these, so that they show how well it could be, not that it is right.",
                plot);
    }

    // ---- back-off

    private Curve backoff() {
        Plot plot = Plot.axes("clients", 200, "calls until all are done", most());
        for (int i = 0; i < JITTERS.size(); i++) {
            String jitter = JITTERS.get(i);
            Map<Double, Outcome.Found> calls = new TreeMap<>();
            of("C8").stream()
                    .filter(each -> jitter.equals(each.of().with().get("jitter")))
                    .forEach(each -> calls.put(
                            Double.valueOf(each.of().with().get("clients")),
                            each.found().get(0)));
            List<double[]> published = new ArrayList<>();
            List<double[]> simulated = new ArrayList<>();
            calls.forEach((clients, found) -> {
                published.add(new double[] {clients, found.measure().expected()});
                simulated.add(new double[] {clients, found.value()});
            });
            plot.curve("w" + i, POLICIES.get(i), published).points("w" + i, "", simulated);
        }
        plot.named("dot offered", "simulated; lines: published");
        return new Curve(
                "Back-off and jitter",
                "Clients that write the same row, each until it succeeds. Lines: the program of the AWS Architecture Blog (2015); points: simulated.",
                plot);
    }

    private double most() {
        return of("C8").stream()
                .mapToDouble(each -> each.found().get(0).measure().expected())
                .max()
                .orElse(1);
    }
}
