package dsqlsim.explore;

import dsqlsim.ledger.PlantedBug;
import java.util.List;

/**
 * What a drawn scenario leans towards. Some interleavings need several rare things close together, which independent dice
 * hardly ever throw; so the dice of every second scenario or so are loaded.
 */
enum Lean {
    /** Towards nothing. */
    NONE,
    /** Leaders that pause and come back while a successor stands, and replicas that restart in the middle of it. */
    ELECTIONS,
    /** Transactions over several shards, whose votes take long. */
    VOTES,
    /** As elections, with requests over several shards that overtake each other on the way. */
    OVERTAKING;

    /** With a planted bug most scenarios lean towards what its entry says it needs; the others are drawn like all. */
    static Lean drawn(Dice dice, PlantedBug bug) {
        Lean needed = needed(bug);
        return needed != NONE && dice.chance("focused", 0.75)
                ? needed
                : dice.pick("lean", List.of(NONE, NONE, ELECTIONS, VOTES, OVERTAKING));
    }

    static Lean needed(PlantedBug bug) {
        return switch (bug) {
            case VOLATILE_GRANTS, FLOOR_IGNORES_LEASE, EPOCH_GRANTED_TWICE, NO_FENCING, ENTRYWISE_ADOPTION -> ELECTIONS;
            case NO_RECHECK,
                    NO_TAU_MAX,
                    FORGET_PROMISE,
                    VOTE_PAST_LEASE,
                    NO_FLOOR_IN_VOTE,
                    REPLAY_OWN_JOURNAL_ONLY,
                    PARTIAL_REPLAY -> VOTES;
            case BELIEVE_OLD_ABORT, TWO_WRITERS -> OVERTAKING;
            default -> NONE;
        };
    }

    /** Whether leaders come and go. */
    boolean elects() {
        return this == ELECTIONS || this == OVERTAKING;
    }

    /** Whether most transactions touch several shards. */
    boolean spreads() {
        return this == VOTES || this == OVERTAKING;
    }
}
