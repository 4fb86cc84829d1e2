package dsqlsim.report;

import java.util.ArrayList;
import java.util.List;

/** A fault in a few lines of a terminal: what it was, what was lost, how long recovery took and why. */
final class FaultLines {
    private final Screen screen;
    private final Ink ink;
    private final boolean reasons;

    /** {@code reasons}: whether there is room to say why recovery took as long as it did. */
    FaultLines(Screen screen, Ink ink, boolean reasons) {
        this.screen = screen;
        this.ink = ink;
        this.reasons = reasons;
    }

    void add(FaultResult fault) {
        screen.blank();
        screen.wrap(Ink.safe(fault.id() + ": " + Story.what(fault)), "");
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
        screen.table(table);
        if (reasons) {
            Story.why(fault).ifPresent(why -> screen.wrap(why, "  "));
        }
    }

    private void objective(FaultResult fault) {
        ObjectiveResult objective = fault.objective();
        String rpo = "  RPO  " + Story.rpo(fault.rpo());
        screen.line(fault.rpo().lost() > 0 ? ink.bad(rpo) : rpo);
        if (objective != null) {
            screen.line("  objective for " + fault.disruption() + ": RTO " + Figures.duration(objective.rto())
                    + ", RPO " + Figures.duration(objective.rpo()) + "  " + ink.verdict(objective.verdict()));
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
}
