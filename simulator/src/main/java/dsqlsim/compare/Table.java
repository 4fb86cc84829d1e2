package dsqlsim.compare;

import dsqlsim.report.ComparisonRow;
import dsqlsim.report.ComparisonRow.Cell;
import dsqlsim.report.Figures;
import dsqlsim.report.RecoveryTime;
import dsqlsim.report.WorkloadResult;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** What a reader of a comparison looks at first: a row per metric, the best value marked, and why. */
final class Table {
    private static final List<String> OPERATIONS = List.of("read", "write", "connect");

    private final List<Entrant> entrants;
    private final Why why;
    private final List<ComparisonRow> rows = new ArrayList<>();

    Table(List<Entrant> entrants) {
        this.entrants = entrants;
        this.why = new Why(entrants);
    }

    List<ComparisonRow> rows() {
        if (!entrants.get(0).result().faults().isEmpty()) {
            scalar("rpo", "RPO", "s", true, why::loss);
            scalar("lost", "commits lost", "count", true, why::loss);
            recovery();
        }
        availability();
        scalar("abort-rate", "abort rate", "share", true, why::aborts);
        counts();
        scalar("latency.read.p50", "read p50", "s", true, why::reads);
        scalar("latency.commit.p50", "commit p50", "s", true, why::commits);
        scalar("latency.commit.p99", "commit p99", "s", true, why::commits);
        scalar("latency.transaction.p50", "transaction p50", "s", true, why::transactions);
        scalar("latency.transaction.p99", "transaction p99", "s", true, why::transactions);
        scalar("cost", "cost a month", "USD", true, why::cost);
        return rows;
    }

    // ---- the rows

    private void recovery() {
        for (String region : regions()) {
            for (String operation : OPERATIONS) {
                String name = "rto(" + region + ", " + operation + ")";
                if (worthARow(region, operation)) {
                    add(
                            name,
                            "RTO " + region + " " + operation,
                            "s",
                            true,
                            each -> recovered(each, name, region, operation),
                            () -> why.recovery(region, operation));
                }
            }
        }
    }

    /** New connections are rare in some designs, and a window without any counts as not recovered: all must have a figure. */
    private boolean worthARow(String region, String operation) {
        return operation.equals("connect")
                ? entrants.stream()
                        .allMatch(each ->
                                times(each, region, operation).stream().anyMatch(time -> time.seconds() != null))
                : entrants.stream()
                        .anyMatch(each -> !times(each, region, operation).isEmpty());
    }

    /** The worst over all faults; with replications the mean of those that recovered. */
    private Value recovered(Entrant entrant, String name, String region, String operation) {
        List<RecoveryTime> times = times(entrant, region, operation);
        if (times.stream().anyMatch(Why::away)) {
            return new Value(null, "not recovered", true);
        }
        Double value = entrant.mean(name);
        long having = entrant.having(name);
        int runs = entrant.scalars().size();
        String some = value == null || having == runs ? "" : " (" + having + " of " + runs + ")";
        return new Value(value, Figures.duration(value) + some, having < runs && value != null);
    }

    private void availability() {
        for (String region : regions()) {
            scalar(
                    "availability(" + region + ")",
                    "availability " + region,
                    "share",
                    false,
                    () -> why.availability(region));
        }
    }

    private void counts() {
        scalar("aborted.occ", "conflicts aborted", "count", true, why::aborts);
        scalar("aborted.deadlock", "deadlocks", "count", true, why::aborts);
        scalar("lost-updates", "lost updates", "count", true, why::anomalies);
        scalar("stale-reads", "stale reads", "count", true, why::anomalies);
        scalar("gave-up", "gave up", "count", true, why::failures);
        scalar("unknown", "unknown outcome", "count", true, why::failures);
    }

    // ---- building them

    /**
     * A value of a design.
     *
     * @param worst whether it is worse than any number
     */
    private record Value(Double value, String text, boolean worst) {}

    private static Value plain(Double value, String unit) {
        return new Value(value, Figures.value(value, unit), false);
    }

    private void scalar(String name, String title, String unit, boolean lower, Supplier<String> reason) {
        add(name, title, unit, lower, each -> plain(each.mean(name), unit), reason);
    }

    private void add(
            String name,
            String title,
            String unit,
            boolean lower,
            Function<Entrant, Value> of,
            Supplier<String> reason) {
        List<Value> values = entrants.stream().map(of).toList();
        if (values.stream().allMatch(each -> each.value() == null && !each.worst())) {
            return;
        }
        List<Cell> cells = values.stream()
                .map(each -> new Cell(each.value(), each.text(), best(each, values, lower)))
                .toList();
        rows.add(new ComparisonRow(name, title, unit, lower ? "lower" : "higher", cells, reason.get()));
    }

    /** Whether nobody's figure is better and somebody's is worse, as far as figures are shown. */
    private static boolean best(Value mine, List<Value> all, boolean lower) {
        if (mine.value() == null || mine.worst()) {
            return false;
        }
        boolean worse = false;
        for (Value other : all) {
            if (other.text().equals(mine.text())) {
                continue;
            }
            boolean loses = other.worst() || other.value() != null && lower == mine.value() < other.value();
            if (!loses && other.value() != null) {
                return false;
            }
            worse |= loses;
        }
        return worse;
    }

    /** The regions of the clients, in the order of the workloads. */
    private List<String> regions() {
        return entrants.get(0).result().workloads().stream()
                .map(WorkloadResult::region)
                .distinct()
                .toList();
    }

    static List<RecoveryTime> times(Entrant entrant, String region, String operation) {
        return entrant.result().faults().stream()
                .flatMap(each -> each.rto().stream())
                .filter(each -> each.region().equals(region) && each.operation().equals(operation))
                .toList();
    }
}
