package dsqlsim.report;

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
    private final Screen screen;

    private TerminalReport(RunResult result, boolean colour, int width) {
        this.result = result;
        this.ink = new Ink(colour);
        this.colour = colour;
        this.width = Math.max(60, width);
        this.screen = new Screen(this.width);
    }

    /** The lines of the summary, each ended by a line feed; {@code width} in characters, {@code colour} with ANSI colours. */
    public static String render(RunResult result, boolean colour, int width) {
        return new TerminalReport(result, colour, width).render();
    }

    private String render() {
        head();
        FaultLines faults = new FaultLines(screen, ink, result.faults().size() <= 2);
        result.faults().stream().limit(FAULTS_SHOWN).forEach(faults::add);
        screen.more(result.faults().size() - FAULTS_SHOWN, "more in the result file");
        leaders();
        availability();
        workloads();
        safety();
        incidents();
        expectations();
        replications();
        warnings();
        foot();
        return screen.text();
    }

    private void head() {
        screen.line(ink.badge(result.verdict()) + "  "
                + ink.bold(Ink.safe(result.scenario().name())) + " on "
                + result.run().architecture());
        screen.wrap(Ink.safe(result.scenario().question()), "  ");
        screen.wrap(Story.verdict(result), "  ");
    }

    private void leaders() {
        Story.leaders(result).ifPresent(sentence -> {
            screen.blank();
            screen.wrap(sentence, "");
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
        screen.blank();
        screen.line(ink.dim(
                "Availability over time, " + Figures.moment(result.timeline().from()) + " to " + Figures.moment(end)));
        int room = Math.min(60, width - 40);
        TextTable table = new TextTable("lll");
        Sparkline sparkline = new Sparkline(colour);
        for (Series one : series) {
            table.row(Ink.safe(label(one)), sparkline.of(one.values(), room), overall(one));
        }
        result.faults().stream()
                .limit(FAULTS_SHOWN)
                .forEach(fault -> table.row(
                        "", ink.warn(Sparkline.windows(result.timeline(), fault, room)), Ink.safe(fault.id())));
        screen.table(table);
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
        screen.blank();
        screen.table(table);
    }

    private void safety() {
        if (result.safety().isEmpty()) {
            return;
        }
        screen.blank();
        List<String> fine = result.safety().stream()
                .filter(check -> check.verdict() == SafetyVerdict.OK)
                .map(SafetyResult::check)
                .toList();
        String names = fine.isEmpty() ? "" : ": " + String.join(", ", fine);
        screen.wrap("Safety: " + fine.size() + " of " + result.safety().size() + " checks ok" + names, "");
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
        screen.line(Story.isFailure(check) ? ink.bad("  " + what + found) : ink.warn("  " + what + found));
        check.evidence().stream().limit(2).forEach(sentence -> screen.wrap(Ink.safe(sentence), "    "));
    }

    private void incidents() {
        String found = Story.incidents(result);
        if (!found.isEmpty()) {
            screen.wrap(ink.warn("Nobody was told of: ") + found, "");
        }
    }

    private void expectations() {
        if (result.expectations().isEmpty()) {
            return;
        }
        long met = Story.expectations(result, Verdict.MET);
        screen.blank();
        screen.line("Expectations: " + met + " of " + result.expectations().size() + " met");
        TextTable table = new TextTable("lll");
        result.expectations().stream()
                .sorted((a, b) -> Boolean.compare(a.verdict() == Verdict.MET, b.verdict() == Verdict.MET))
                .limit(EXPECTATIONS_SHOWN)
                .forEach(e -> table.row(ink.verdict(e.verdict()), clip(e.text()), Ink.safe(Story.found(e))));
        screen.table(table);
        screen.more(result.expectations().size() - EXPECTATIONS_SHOWN, "more in the result file");
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
        screen.blank();
        screen.table(table);
        screen.more(result.replications().scalars().size() - 8, "more in the result file");
    }

    private static String number(Double value) {
        return value == null ? Figures.NONE : Figures.digits(value);
    }

    private void warnings() {
        if (result.warnings().isEmpty()) {
            return;
        }
        screen.blank();
        result.warnings().stream()
                .limit(WARNINGS_SHOWN)
                .forEach(warning -> screen.wrap(ink.warn("warning: ") + Ink.safe(warning), ""));
        screen.more(result.warnings().size() - WARNINGS_SHOWN, "more warnings in the result file");
    }

    private void foot() {
        screen.blank();
        screen.line(ink.dim("seed " + result.run().seed() + ", fingerprint "
                + result.run().fingerprint() + ", dsqlsim " + result.run().version()));
        screen.line(ink.dim("again: ") + Ink.safe(result.run().reproduce()));
    }
}
