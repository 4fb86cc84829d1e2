package dsqlsim.validate;

import dsqlsim.report.ValidationRow;
import java.util.ArrayList;
import java.util.List;

/** A campaign as rows, one for each number that was compared. */
public record ValidationTable(List<Outcome> outcomes, boolean full, long seed) {
    public ValidationTable {
        outcomes = List.copyOf(outcomes);
    }

    /** All rows, in the order of the cases. */
    public List<ValidationRow> rows() {
        List<ValidationRow> rows = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            Case of = outcome.of();
            for (Outcome.Found each : outcome.found()) {
                rows.add(new ValidationRow(
                        of.id(),
                        of.title(),
                        each.measure().what(),
                        of.source(),
                        of.kind().label(),
                        each.measure().expectation(),
                        each.shown(),
                        each.value(),
                        each.measure().allowance(outcome.shrink()),
                        each.holds() ? "ok" : "out"));
            }
        }
        return rows;
    }

    /** How many numbers are out of their tolerance. */
    public long missed() {
        return rows().stream().filter(each -> !each.holds()).count();
    }
}
