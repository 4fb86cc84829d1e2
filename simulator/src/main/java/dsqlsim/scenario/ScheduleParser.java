package dsqlsim.scenario;

import dsqlsim.kernel.Distribution;
import dsqlsim.ledger.Shapes;
import dsqlsim.workload.ArrivalsSpec;
import dsqlsim.workload.TransactionSpec;
import dsqlsim.yaml.Cursor;
import dsqlsim.yaml.Shape;
import java.util.ArrayList;
import java.util.List;

/** Reads a schedule: transactions whose times and rows the file names. */
final class ScheduleParser {
    private static final int ROW_MAX = 100_000_000;

    /** What is read on with when a schedule is wrong. */
    private static final ArrivalsSpec NOTHING = new ArrivalsSpec.Schedule(
            List.of(new ArrivalsSpec.Scheduled(0, 0, TransactionSpec.of("transaction-1", 1, 0), List.of(0))));

    private ScheduleParser() {}

    static ArrivalsSpec parse(Cursor yaml) {
        List<ArrivalsSpec.Scheduled> transactions = new ArrayList<>();
        List<Boolean> right = yaml.list(each -> {
            int number = transactions.size() + 1;
            ArrivalsSpec.Scheduled scheduled = each.record(fields -> scheduled(fields, number));
            return scheduled != null && transactions.add(scheduled);
        });
        return right.contains(false) ? NOTHING : yaml.build(() -> new ArrivalsSpec.Schedule(transactions), NOTHING);
    }

    /** Null if it is none. */
    private static ArrivalsSpec.Scheduled scheduled(Cursor fields, int number) {
        long at = fields.field("at", "when it is offered").value(Shape.DURATION);
        int ownNumber = fields.optional("number", "on which its draws hang; its place in the order of time if left out")
                .or((long) ArrivalsSpec.Scheduled.BY_TIME, Shape.integer(0, ArrivalsSpec.Schedule.COUNT_MAX - 1))
                .intValue();
        String name = fields.optional("name", "").or("transaction-" + number, Shape.NAME);
        List<Integer> reads = rows(fields, "reads", "the rows that are only read, from 0");
        List<Integer> writes = rows(fields, "writes", "the rows that are written, after reading them");
        int statements = count(fields, "statements", "round trips that the rows are spread over; 1 if left out", 1);
        boolean blind =
                fields.optional("blind", "writes don't read their row first").or(false, Shape.SWITCH);
        Distribution work = fields.optional("work", "the client's own time before COMMIT")
                .or(Distribution.ZERO, Shapes.DISTRIBUTION);
        int forUpdate = count(fields, "for-update", "how many of the reads are FOR UPDATE; 0 if left out", 0);
        List<Integer> rows = new ArrayList<>(reads);
        rows.addAll(writes);
        return fields.build(
                () -> new ArrivalsSpec.Scheduled(
                        at,
                        ownNumber,
                        new TransactionSpec(
                                name, 1, reads.size(), writes.size(), statements, blind, work, forUpdate, 0),
                        rows),
                null);
    }

    private static int count(Cursor fields, String name, String meaning, long least) {
        return fields.optional(name, meaning)
                .or(least, Shape.integer(least, TransactionParser.ROWS_MAX))
                .intValue();
    }

    private static List<Integer> rows(Cursor fields, String name, String meaning) {
        return fields.optional(name, meaning)
                .or(
                        List.of(),
                        yaml -> yaml.list(each ->
                                each.value(Shape.integer(0, ROW_MAX - 1)).intValue()));
    }
}
