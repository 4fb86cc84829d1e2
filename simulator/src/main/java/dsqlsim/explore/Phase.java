package dsqlsim.explore;

import java.util.Locale;

/** How far a transaction is: the columns of the coverage map. */
enum Phase {
    /** Connecting or beginning: no start timestamp yet. */
    BEFORE_SNAPSHOT,
    /** Running statements, or the client thinks. */
    EXECUTING,
    /** COMMIT was sent, one shard is to decide. */
    DECIDING,
    /** COMMIT was sent, several shards are to vote. */
    PROMISING,
    /** In its journal, and its client has not been told. */
    REPLICATING,
    /** Its client has been told; some place does not show it yet. */
    APPLYING;

    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
