package dsqlsim.ledger;

import java.util.Arrays;
import java.util.Locale;

/** Wrong protocols that can be switched on, to prove that the checkers catch them. Each leaves out one rule of the protocol. */
public enum PlantedBug {
    /** The protocol as it should be. */
    NONE,
    /** A leader acknowledges before a quorum of replicas holds the entry. */
    ACK_BEFORE_QUORUM,
    /** Replicas accept appends of leaders that a higher epoch has superseded. */
    NO_FENCING,
    /** A replica takes a new leader's log over entry by entry, not in one durable step. */
    ENTRYWISE_ADOPTION,
    /** A replica grants one epoch to two candidates. */
    EPOCH_GRANTED_TWICE,
    /** A replica forgets in a crash what it granted. */
    VOLATILE_GRANTS,
    /** A new leader's floor does not start above the leases of earlier leaders. */
    FLOOR_IGNORES_LEASE,
    /** A voter's candidate and tau-max may pass its lease. */
    VOTE_PAST_LEASE,
    /** Votes ignore the voter's floor, the coordinator's own vote and choice too. */
    NO_FLOOR_IN_VOTE,
    /** The coordinator holds no promise on its own keys (which would be enough here), nor looks at them again before it commits. */
    NO_RECHECK,
    /** The coordinator commits although a promise has run out. */
    NO_TAU_MAX,
    /** A new leader decides without waiting for the other shards' journals. */
    REPLAY_OWN_JOURNAL_ONLY,
    /** A new leader decides before it has seen all that its predecessors committed. */
    PARTIAL_REPLAY,
    /** The adjudicator does not check rows whose number is a multiple of 8. */
    NO_CONFLICT_CHECK,
    /** A voter forgets its promise at tau-max without having seen the coordinator's journal pass. */
    FORGET_PROMISE,
    /** A leader acknowledges while its commit timestamp may still lie ahead of true time. */
    NO_COMMIT_WAIT,
    /** "Already committed" is answered before the entry is durable under the answering epoch. */
    ALREADY_COMMITTED_TOO_SOON,
    /** A query processor believes a refusal from a superseded leader. */
    BELIEVE_OLD_ABORT,
    /** Storage answers before its watermark has reached the start timestamp. */
    SERVE_BELOW_WATERMARK,
    /** The crossbar's merge does not wait for one of the journals. */
    CROSSBAR_SKIPS_JOURNAL,
    /** A re-sent commit is not looked up in the log. */
    RETRY_APPLIED_TWICE,
    /** Storage that comes back claims to be complete before it has caught up. */
    READMIT_WATERMARK_NOW,
    /** Active-active: version vectors are compared number by number, as if their order were total. */
    VECTOR_CLOCK_TOTAL_ORDER,
    /** A clock's bound stays what it was at the last synchronisation, however long ago that is. */
    BOUND_IGNORES_DRIFT,
    /** An evicted region's leaders go on, and replicas still listen to them. */
    TWO_WRITERS;

    /** The name in settings and on the command line. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether a design has the rule that it leaves out. */
    public boolean isIn(String architecture) {
        boolean inDsql = this != VECTOR_CLOCK_TOTAL_ORDER;
        return this == NONE || (inDsql ? architecture.startsWith("dsql-") : architecture.equals("active-active-lww"));
    }

    /** The bug of a name. */
    public static PlantedBug of(String label) {
        for (PlantedBug each : values()) {
            if (each.label().equals(label)) {
                return each;
            }
        }
        throw new IllegalArgumentException("no planted bug is called '" + label + "'");
    }

    /** The names of all, {@code none} first. */
    public static String[] labels() {
        return Arrays.stream(values()).map(PlantedBug::label).toArray(String[]::new);
    }
}
