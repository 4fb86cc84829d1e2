package dsqlsim.workload;

import dsqlsim.kernel.Distribution;
import java.util.Comparator;
import java.util.List;

/** When transactions are offered. */
public sealed interface ArrivalsSpec {

    /** An open loop: a Poisson process that does not care how the database is doing. */
    record Open(double ratePerSecond) implements ArrivalsSpec {
        public Open {
            if (!(ratePerSecond > 0) || ratePerSecond > 1e9) {
                throw new IllegalArgumentException("arrivals need a rate above 0/s and up to 1e9/s: " + ratePerSecond);
            }
        }
    }

    /**
     * A closed loop: each of {@code count} clients thinks, runs one transaction to its end, and thinks again. The first
     * thought comes before the first transaction.
     */
    record Closed(int count, Distribution think) implements ArrivalsSpec {
        /** More clients than this in one workload can't be numbered. */
        public static final int COUNT_MAX = 1_000_000;

        public Closed {
            if (count < 1 || count > COUNT_MAX) {
                throw new IllegalArgumentException("between 1 and " + COUNT_MAX + " clients, not " + count);
            }
        }
    }

    /** Exactly these transactions, each at its time and on its rows; kept in the order of time. */
    record Schedule(List<Scheduled> transactions) implements ArrivalsSpec {
        /** More than so many in one workload can't be numbered. */
        public static final int COUNT_MAX = 1_000_000;

        public Schedule {
            if (transactions.isEmpty() || transactions.size() > COUNT_MAX) {
                throw new IllegalArgumentException(
                        "between 1 and " + COUNT_MAX + " scheduled transactions, not " + transactions.size());
            }
            transactions = transactions.stream()
                    .sorted(Comparator.comparingLong(Scheduled::atNanos))
                    .toList();
            long numbered =
                    transactions.stream().filter(each -> each.number >= 0).count();
            long numbers =
                    transactions.stream().map(Scheduled::number).distinct().count();
            if (numbered > 0 && Math.min(numbered, numbers) < transactions.size()) {
                throw new IllegalArgumentException("all transactions of a schedule have numbers of their own, or none");
            }
        }

        /** The number of a transaction by its place in time. */
        int number(int place) {
            int own = transactions.get(place).number;
            return own >= 0 ? own : place;
        }

        /** What they do, the first first: the mix of the workload. */
        public List<TransactionSpec> specs() {
            return transactions.stream().map(Scheduled::what).toList();
        }
    }

    /**
     * One transaction of a schedule.
     *
     * @param number on which its draws hang; {@link #BY_TIME} for its place in the order of time
     * @param rows of the workload's table, from 0: those that are only read, then those that are written
     */
    record Scheduled(long atNanos, int number, TransactionSpec what, List<Integer> rows) {
        /** A number that the order of time gives. */
        public static final int BY_TIME = -1;

        public Scheduled {
            rows = List.copyOf(rows);
            if (rows.size() != what.rows() || rows.stream().distinct().count() < rows.size()) {
                throw new IllegalArgumentException(
                        "transaction '" + what.name() + "' names a row twice; what is written is read anyway");
            }
        }
    }
}
