package dsqlsim.architecture.dsql;

import java.util.ArrayList;
import java.util.List;

/** What a coordinator has heard of one try of a transaction over several shards. */
final class Ballot {
    final long attempt;
    final int tryNumber;
    /** The request at the coordinator itself; null while only votes have come. */
    Certify request;

    /** Which shards said yes, one bit each. */
    long yes;

    /** A vote that was not yes, or null. */
    Vote no;

    /** The leaders of other shards that hold a promise for this try. */
    final List<Adjudicator> voters = new ArrayList<>(2);

    /** Abandoned or refused: late votes are released, a re-sent request is told again. */
    boolean closed;

    /** The commit timestamp that this try needed and a vote did not reach to, or -1. */
    long missed = -1;

    long candidate = Long.MIN_VALUE;
    long tauMax = Long.MAX_VALUE;
    final long openedAt;

    Ballot(long attempt, int tryNumber, long now) {
        this.attempt = attempt;
        this.tryNumber = tryNumber;
        this.openedAt = now;
    }

    void count(Vote vote) {
        if (vote.yes()) {
            yes |= 1L << vote.shard;
            if (vote.voter() != null && !voters.contains(vote.voter())) {
                voters.add(vote.voter());
            }
            candidate = Math.max(candidate, vote.candidate);
            tauMax = Math.min(tauMax, vote.tauMax);
        } else {
            no = vote;
        }
    }

    boolean complete() {
        return request != null && yes == request.shards;
    }
}
