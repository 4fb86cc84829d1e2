package dsqlsim.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What distinguishes two runs, on a terminal. Without colour it is plain ASCII. */
public final class DiffTerminal {
    private static final int METRICS_SHOWN = 30;
    private static final int TRANSACTIONS_SHOWN = 8;

    private final Diff diff;
    private final Ink ink;
    private final Screen screen;

    private DiffTerminal(Diff diff, boolean colour, int width) {
        this.diff = diff;
        this.ink = new Ink(colour);
        this.screen = new Screen(Math.max(60, width));
    }

    /** The lines, each ended by a line feed. */
    public static String render(Diff diff, boolean colour, int width) {
        DiffTerminal terminal = new DiffTerminal(diff, colour, width);
        terminal.sides();
        terminal.parting();
        terminal.metrics();
        terminal.transactions();
        diff.warnings().forEach(each -> terminal.screen.wrap("Warning: " + each + ".", ""));
        return terminal.screen.text();
    }

    private void sides() {
        TextTable table = new TextTable("llll");
        table.row(side("a", diff.a()));
        table.row(side("b", diff.b()));
        screen.table(table);
    }

    private String[] side(String letter, Diff.Side side) {
        return new String[] {
            ink.bold(letter), Ink.safe(side.label()), side.architecture() + ", seed " + side.seed(), side.fingerprint()
        };
    }

    private void parting() {
        screen.blank();
        Diff.FirstEvent first = diff.firstEvent();
        if (first == null) {
            screen.line("All their events agree.");
            return;
        }
        String which = first.number() == null
                ? "event on the time line"
                : "event (number " + Figures.count(first.number()) + ")";
        screen.wrap(
                "The first " + which + " that differs, at " + Figures.moment(first.at()) + ": a " + said(first.a())
                        + ", b " + said(first.b()) + ".",
                "");
    }

    private static String said(String event) {
        return event == null ? "has none then" : "has " + Ink.safe(event);
    }

    private void metrics() {
        List<MetricDifference> real = diff.metrics().stream()
                .filter(MetricDifference::real)
                .sorted(Comparator.comparing((MetricDifference each) -> each.difference() == null)) // Stable.
                .toList();
        screen.blank();
        if (real.isEmpty()) {
            screen.line("No metric differs.");
            return;
        }
        boolean paired = real.stream().anyMatch(each -> each.interval().low() != null);
        TextTable table = new TextTable("lrrrr");
        table.row(
                ink.dim("metric"),
                ink.dim("a"),
                ink.dim("b"),
                ink.dim("b - a"),
                ink.dim(paired ? "95 % interval" : ""));
        real.stream().limit(METRICS_SHOWN).forEach(each -> table.row(row(each)));
        screen.table(table);
        screen.more(real.size() - METRICS_SHOWN, "more in the JSON file");
        screen.line("  " + (diff.metrics().size() - real.size()) + " metrics are the same"
                + (paired ? ", or not surely different" : ""));
    }

    private static String[] row(MetricDifference each) {
        String unit = each.unit();
        Interval interval = each.interval();
        String between = interval.low() == null
                ? ""
                : Figures.value(interval.low(), unit) + " .. " + Figures.value(interval.high(), unit);
        String difference = each.difference() == null
                ? Figures.NONE
                : (each.difference() > 0 ? "+" : "") + Figures.value(each.difference(), unit);
        return new String[] {
            each.name(), Figures.value(each.a(), unit), Figures.value(each.b(), unit), difference, between
        };
    }

    private void transactions() {
        TransactionChanges changes = diff.transactions();
        if (changes == null) {
            return;
        }
        screen.blank();
        List<String> parts = new ArrayList<>();
        add(parts, changes.gaveUp(), "gave up in a alone");
        add(parts, changes.rescued(), "gave up in b alone");
        add(parts, changes.aborted(), "were aborted more often in a");
        add(parts, changes.failed(), "failed and were retried more often in a");
        add(parts, changes.delayed(), "ended later in a");
        add(parts, changes.hastened(), "ended sooner in a");
        add(parts, changes.same(), "fared the same");
        screen.wrap(
                "Of " + Figures.count(changes.matched()) + " transactions that both were asked for, "
                        + String.join(", ", parts) + ". All delays together: "
                        + Figures.duration(changes.delaySeconds()) + ".",
                "");
        if (changes.onlyA() + changes.onlyB() > 0) {
            screen.line(Figures.count(changes.onlyA()) + " were offered in a alone, " + Figures.count(changes.onlyB())
                    + " in b alone.");
        }
        if (!changes.worst().isEmpty()) {
            worst(changes);
        }
    }

    private void worst(TransactionChanges changes) {
        TextTable table = new TextTable("lllrll");
        table.row(
                ink.dim("transaction"),
                ink.dim("workload"),
                ink.dim("fared worse in a"),
                ink.dim("offered"),
                ink.dim("a"),
                ink.dim("b"));
        changes.worst().stream()
                .limit(TRANSACTIONS_SHOWN)
                .forEach(each -> table.row(
                        each.id(),
                        Ink.safe(each.workload()),
                        each.change(),
                        Figures.moment(each.offered()),
                        fate(each.a()),
                        fate(each.b())));
        screen.table(table);
        screen.more(changes.worst().size() - TRANSACTIONS_SHOWN, "more in the JSON file");
    }

    private static String fate(TransactionChanges.Fate fate) {
        String time = fate.seconds() == null ? "" : " in " + Figures.duration(fate.seconds());
        String tries = fate.attempts() <= 1 ? "" : String.format(Locale.ROOT, ", %d attempts", fate.attempts());
        String causes = fate.causes().isEmpty()
                ? ""
                : " (" + String.join(", ", fate.causes().stream().distinct().toList()) + ")";
        return fate.outcome() + time + tries + causes;
    }

    private static void add(List<String> parts, long count, String what) {
        if (count > 0) {
            parts.add(Figures.count(count) + " " + what);
        }
    }
}
