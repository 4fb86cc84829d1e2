package dsqlsim.architecture.dsql;

import dsqlsim.kernel.Randomness;
import dsqlsim.world.Message;
import dsqlsim.world.Subject;

/** May this transaction commit, given that it read as of {@code start}? Sent to every shard involved. */
final class Certify extends Message<Adjudicator> {
    final Session session;
    final long serial;
    final long attempt;
    final int tryNumber;
    /** How often it was sent within all tries. */
    final int round;

    final long start;
    final int[] rows;
    final int[] locks;
    /** Which shards are involved, one bit each. */
    final long shards;

    final int coordinator;
    /** Whom the query processor holds to lead the coordinator's shard, and under which epoch. */
    final Adjudicator coordinatorLeader;

    final long coordinatorEpoch;
    final long validUntil;

    Certify(
            Session session,
            long serial,
            long attempt,
            int tryNumber,
            int round,
            long start,
            int[] rows,
            int[] locks,
            long shards,
            Adjudicator coordinatorLeader,
            long coordinatorEpoch,
            long validUntil) {
        this.session = session;
        this.serial = serial;
        this.attempt = attempt;
        this.tryNumber = tryNumber;
        this.round = round;
        this.start = start;
        this.rows = rows;
        this.locks = locks;
        this.shards = shards;
        this.coordinator = Long.numberOfTrailingZeros(shards);
        this.coordinatorLeader = coordinatorLeader;
        this.coordinatorEpoch = coordinatorEpoch;
        this.validUntil = validUntil;
    }

    boolean single() {
        return (shards & (shards - 1)) == 0;
    }

    /** Which of the rows, written or locked, belong to a shard. */
    int[] rowsOn(int shard, Layout layout) {
        int count = 0;
        for (int row : rows) {
            count += layout.shardOf(row) == shard ? 1 : 0;
        }
        for (int row : locks) {
            count += layout.shardOf(row) == shard ? 1 : 0;
        }
        int[] own = new int[count];
        int i = 0;
        for (int row : rows) {
            if (layout.shardOf(row) == shard) {
                own[i++] = row;
            }
        }
        for (int row : locks) {
            if (layout.shardOf(row) == shard) {
                own[i++] = row;
            }
        }
        return own;
    }

    @Override
    protected void deliver() {
        to.onCertify(this);
    }

    @Override
    protected void describe(Subject subject) {
        subject.attempt(attempt)
                .says(single() ? "asks whether it may commit" : "asks for this shard's part of the commit");
    }

    @Override
    protected long identity() {
        return Randomness.key(attempt, round);
    }

    @Override
    protected int kind() {
        return Kinds.CERTIFY;
    }
}
