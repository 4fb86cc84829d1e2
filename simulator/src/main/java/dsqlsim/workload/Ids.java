package dsqlsim.workload;

import dsqlsim.kernel.Invariant;

/**
 * How transactions and their attempts are numbered: workload, serial number in the workload, and try, side by side in one
 * positive long, so that a number is unique and says where it comes from.
 */
public final class Ids {
    /** The most workloads of a scenario. */
    public static final int WORKLOADS_MAX = 1 << 7;

    static final int SERIAL_BITS = 40;
    private static final int TRY_BITS = 16;

    private Ids() {}

    static long transaction(int workload, long serial) {
        Invariant.check(serial >>> SERIAL_BITS == 0, "transaction %s of a workload can't be numbered", serial);
        return ((long) workload << SERIAL_BITS) | serial;
    }

    static long attempt(long transaction, int number) {
        return (transaction << TRY_BITS) | number;
    }

    /** The transaction that an attempt is a try of. */
    public static long transactionOf(long attempt) {
        return attempt >>> TRY_BITS;
    }

    /** The serial number, in its workload, of the transaction that an attempt is a try of. */
    public static long serialOf(long attempt) {
        return transactionOf(attempt) & (1L << SERIAL_BITS) - 1;
    }

    /** Index of the workload that an attempt belongs to. */
    public static int workloadOf(long attempt) {
        return (int) (attempt >>> (TRY_BITS + SERIAL_BITS));
    }
}
