package dsqlsim.txn;

import java.util.Locale;

/** What a client asks of a database and waits for: the operations whose latency is measured at the client. */
public enum Operation {
    /** Begin: the query processor takes the start timestamp. */
    BEGIN,
    /** A statement that only reads. */
    READ,
    /** Any statement, reading ones included. */
    STATEMENT,
    /** COMMIT, of read-only transactions too. */
    COMMIT,
    /** One transaction from its offer to its end, retries and back-off included; only those that succeeded. */
    TRANSACTION;

    /** The name in results and expectations. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
