package dsqlsim.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A result on one screen, the verdict first. Without colour it is plain ASCII (but for names that are not). */
public final class TerminalReport {
    private static final int FAULTS_SHOWN = 4;
    private static final int EXPECTATIONS_SHOWN = 12;
    private static final int WARNINGS_SHOWN = 5;

    private final RunResult result;
    private final Ink ink;
    private final int width;
    private final boolean colour;
    private final List<String> lines = new ArrayList<>();

    private TerminalReport(RunResult result, boolean colour, int width) {
        this.result = result;
        this.ink = new Ink(colour);
        this.colour = colour;
        this.width = Math.max(60, width);
    }

    /** The lines of the summary, each ended by a line feed; {@code width} in characters, {@code colour} with ANSI colours. */
    public static String render(RunResult result, boolean colour, int width) {
        return new TerminalReport(result, colour, width).render();
    }

    private String render() {
        head();
        result.faults().stream().limit(FAULTS_SHOWN).forEach(this::fault);
        more(result.faults().size() - FAULTS_SHOWN, "faults more in the result file");
        leaders();
        availability();
        workloads();
        safety();
        expectations();
        replications();
        warnings();
        foot();
        return String.join("\n", lines) + "\n";
    }

    private void head() {
        lines.add(ink.badge(result.verdict()) + "  "
                + ink.bold(Ink.safe(result.scenario().name())) + " on "
                + result.run().architecture());
        wrap(Ink.safe(result.scenario().question()), "  ");
        wrap(Story.verdict(result), "  ");
    }

    private void fault(FaultResult fault) {
        lines.add("");
        wrap(Ink.safe(fault.id() + ": " + Story.what(fault)), "");
        objective(fault);
        List<String> operations =
                fault.rto().stream().map(RecoveryTime::operation).distinct().toList();
        if (operations.isEmpty()) {
            return;
        }
        TextTable table = new TextTable("l" + "r".repeat(operations.size()) + "l");
        List<String> header = new ArrayList<>(List.of("RTO"));
        operations.forEach(header::add);
        table.row(header.stream().map(ink::dim).toArray(String[]::new));
        fault.rto().stream()
                .map(RecoveryTime::region)
                .distinct()
                .forEach(region -> table.row(row(fault, region, operations)));
        lines.addAll(table.lines("  "));
        Story.why(fault).ifPresent(why -> wrap(why, "  "));
    }

    private void objective(FaultResult fault) {
        ObjectiveResult objective = fault.objective();
        String rpo = "  RPO  " + Story.rpo(fault.rpo());
        lines.add(fault.rpo().lost() > 0 ? ink.bad(rpo) : rpo);
        if (objective != null) {
            lines.add("  objective for " + fault.disruption() + ": RTO " + Figures.duration(objective.rto()) + ", RPO "
                    + Figures.duration(objective.rpo()) + "  " + ink.verdict(objective.verdict()));
        }
    }

    /** A region's figures, and the parts of the longest of them. */
    private String[] row(FaultResult fault, String region, List<String> operations) {
        List<String> cells = new ArrayList<>(List.of(region));
        String parts = "";
        double longest = 0;
        for (String operation : operations) {
            RecoveryTime time = find(fault, region, operation);
            cells.add(time == null ? Figures.NONE : mark(time));
            if (time != null
                    && time.seconds() != null
                    && time.seconds() > longest
                    && !time.parts().isEmpty()) {
                longest = time.seconds();
                parts = operation + " = " + Parts.sum(time);
            }
        }
        cells.add(ink.dim(parts));
        return cells.toArray(String[]::new);
    }

    private String mark(RecoveryTime time) {
        String figure = Story.rto(time);
        return time.seconds() == null && time.goodWithin() != null ? ink.bad(figure) : figure;
    }

    private static RecoveryTime find(FaultResult fault, String region, String operation) {
        return fault.rto().stream()
                .filter(time -> time.region().equals(region) && time.operation().equals(operation))
                .findFirst()
                .orElse(null);
    }

    private void leaders() {
        Story.leaders(result).ifPresent(sentence -> {
            lines.add("");
            wrap(sentence, "");
        });
    }

    private void availability() {
        List<Series> series = result.timeline().series().stream()
                .filter(one -> one.name().equals(Series.AVAILABILITY))
                .toList();
        if (series.isEmpty()) {
            return;
        }
        int buckets = series.get(0).values().size();
        double end = result.timeline().from() + buckets * result.timeline().bucket();
        lines.add("");
        lines.add(ink.dim(
                "Availability over time, " + Figures.moment(result.timeline().from()) + " to " + Figures.moment(end)));
        int room = Math.min(60, width - 40);
        TextTable table = new TextTable("lll");
        Sparkline sparkline = new Sparkline(colour);
        for (Series one : series) {
            table.row(Ink.safe(label(one)), sparkline.of(one.values(), room), overall(one));
        }
        for (FaultResult fault : result.faults()) {
            double to = fault.healed() == null ? end : fault.healed();
            String window = Sparkline.window(result.timeline(), buckets, fault.at(), to, room);
            table.row("", ink.warn(window), Ink.safe(fault.id()));
        }
        lines.addAll(table.lines("  "));
    }

    private static String label(Series series) {
        return series.workload() == null ? "all" : series.workload();
    }

    private String overall(Series series) {
        return result.workloads().stream()
                .filter(workload -> workload.name().equals(series.workload()))
                .map(workload -> Figures.share(workload.availability()))
                .findFirst()
                .orElse("");
    }

    private void workloads() {
        if (result.workloads().isEmpty()) {
            return;
        }
        TextTable table = new TextTable("llrrrrrr");
        table.row(
                List.of("workload", "region", "offered", "gave up", "aborted", "commit p50", "p99", "transaction p99")
                        .stream()
                        .map(ink::dim)
                        .toArray(String[]::new));
        for (WorkloadResult workload : result.workloads()) {
            LatencyStats commit = workload.latency().getOrDefault("commit", LatencyStats.NONE);
            LatencyStats transaction = workload.latency().getOrDefault("transaction", LatencyStats.NONE);
            table.row(
                    Ink.safe(workload.name()),
                    workload.region(),
                    Figures.count(workload.transactions().offered()),
                    Figures.count(workload.transactions().gaveUp()),
                    Figures.share(workload.abortRate()),
                    Figures.duration(commit.p50()),
                    Figures.duration(commit.p99()),
                    Figures.duration(transaction.p99()));
        }
        lines.add("");
        lines.addAll(table.lines("  "));
    }

    private void safety() {
        if (result.safety().isEmpty()) {
            return;
        }
        lines.add("");
        List<String> fine = result.safety().stream()
                .filter(check -> check.verdict() == SafetyVerdict.OK)
                .map(SafetyResult::check)
                .toList();
        String names = fine.isEmpty() ? "" : ": " + String.join(", ", fine);
        wrap("Safety: " + fine.size() + " of " + result.safety().size() + " checks ok" + names, "");
        result.safety().stream()
                .filter(check -> check.verdict() != SafetyVerdict.OK)
                .forEach(this::finding);
    }

    private void finding(SafetyResult check) {
        String word = check.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        String what = check.check() + " " + word + (check.expected() ? ", as expected" : "");
        String found = check.anomalies().entrySet().stream()
                .map(entry -> ", " + Figures.count(entry.getValue()) + " " + entry.getKey())
                .collect(Collectors.joining());
        lines.add(Story.isFailure(check) ? ink.bad("  " + what + found) : ink.warn("  " + what + found));
        check.evidence().stream().limit(2).forEach(sentence -> wrap(Ink.safe(sentence), "    "));
    }

    private void expectations() {
        if (result.expectations().isEmpty()) {
            return;
        }
        long met = Story.expectations(result, Verdict.MET);
        lines.add("");
        lines.add("Expectations: " + met + " of " + result.expectations().size() + " met");
        TextTable table = new TextTable("lll");
        result.expectations().stream()
                .sorted((a, b) -> Boolean.compare(a.verdict() == Verdict.MET, b.verdict() == Verdict.MET))
                .limit(EXPECTATIONS_SHOWN)
                .forEach(e -> table.row(ink.verdict(e.verdict()), clip(e.text()), Ink.safe(Story.found(e))));
        lines.addAll(table.lines("  "));
        more(result.expectations().size() - EXPECTATIONS_SHOWN, "more in the result file");
    }

    /** Leaves room for the verdict before it and the figure behind it. */
    private String clip(String text) {
        String safe = Ink.safe(text);
        int room = width - 30;
        int length = safe.codePointCount(0, safe.length());
        return length <= room ? safe : safe.substring(0, safe.offsetByCodePoints(0, room - 3)) + "...";
    }

    private void replications() {
        if (result.replications().scalars().isEmpty()) {
            return;
        }
        TextTable table = new TextTable("lrrrrr");
        table.row(
                ink.dim(result.replications().count() + " replications"), "mean", "95 % interval", "p50", "p99", "max");
        result.replications().scalars().stream()
                .limit(8)
                .forEach(scalar -> table.row(
                        scalar.name(),
                        number(scalar.mean()),
                        number(scalar.interval().low()) + ".."
                                + number(scalar.interval().high()),
                        number(scalar.p50()),
                        number(scalar.p99()),
                        number(scalar.max())));
        lines.add("");
        lines.addAll(table.lines("  "));
        more(result.replications().scalars().size() - 8, "more in the result file");
    }

    private static String number(Double value) {
        return value == null ? Figures.NONE : Figures.digits(value);
    }

    private void warnings() {
        if (result.warnings().isEmpty()) {
            return;
        }
        lines.add("");
        result.warnings().stream()
                .limit(WARNINGS_SHOWN)
                .forEach(warning -> wrap(ink.warn("warning: ") + Ink.safe(warning), ""));
        more(result.warnings().size() - WARNINGS_SHOWN, "more warnings in the result file");
    }

    private void more(int count, String what) {
        if (count > 0) {
            lines.add("  ... " + count + " " + what);
        }
    }

    private void foot() {
        lines.add("");
        lines.add(ink.dim("seed " + result.run().seed() + ", fingerprint "
                + result.run().fingerprint() + ", dsqlsim " + result.run().version()));
        lines.add(ink.dim("again: ") + Ink.safe(result.run().reproduce()));
    }

    /** Adds a sentence, broken between words; what follows is indented two more. */
    private void wrap(String sentence, String indent) {
        StringBuilder line = new StringBuilder(indent);
        boolean first = true;
        for (String word : sentence.split(" ")) {
            if (!first && TextTable.width(line.toString()) + 1 + TextTable.width(word) > width) {
                lines.add(line.toString());
                line = new StringBuilder(indent).append("  ").append(word);
            } else {
                line.append(first ? "" : " ").append(word);
            }
            first = false;
        }
        lines.add(line.toString());
    }
}
