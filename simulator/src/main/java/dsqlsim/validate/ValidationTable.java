package dsqlsim.validate;

import dsqlsim.report.ValidationRow;
import java.util.List;

/** A campaign as rows, one for each number that was compared. */
public record ValidationTable(List<Outcome> outcomes, boolean full, long seed) {
    public ValidationTable {
        outcomes = List.copyOf(outcomes);
    }

    /** All rows, in the order of the cases. */
    public List<ValidationRow> rows() {
        return outcomes.stream()
                .flatMap(each -> rows(each, full, seed, null).stream())
                .toList();
    }

    /** Those of one case; {@code cpu} is what it took in seconds, or null. */
    public static List<ValidationRow> rows(Outcome outcome, boolean full, long seed, Double cpu) {
        Case of = outcome.of();
        return outcome.found().stream()
                .map(each -> new ValidationRow(
                        of.id(),
                        of.title(),
                        each.measure().what(),
                        of.source(),
                        of.kind().label(),
                        each.measure().expectation(),
                        each.shown(),
                        each.value(),
                        each.measure().allowance(outcome.shrink()),
                        each.holds() ? "ok" : "out",
                        seed,
                        full ? ValidationRow.FULL : ValidationRow.SMALL,
                        cpu))
                .toList();
    }
}
