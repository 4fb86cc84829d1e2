package dsqlsim.validate;

import java.util.ArrayList;
import java.util.List;

/** A campaign as rows, one for each number that was compared. */
public record ValidationTable(List<Outcome> outcomes, boolean full, long seed) {
    /**
     * One comparison, in words but for the values.
     *
     * @param value null where nothing was measured
     */
    public record Row(
            String id,
            String title,
            String what,
            String source,
            String kind,
            String expected,
            String measured,
            Double value,
            String tolerance,
            String verdict) {}

    public ValidationTable {
        outcomes = List.copyOf(outcomes);
    }

    /** All rows, in the order of the cases. */
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            Case of = outcome.of();
            for (Outcome.Found each : outcome.found()) {
                rows.add(new Row(
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
        return rows().stream().filter(each -> each.verdict().equals("out")).count();
    }
}
