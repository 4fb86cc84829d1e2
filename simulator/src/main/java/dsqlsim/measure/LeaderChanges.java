package dsqlsim.measure;

import dsqlsim.report.FailoverGap;
import dsqlsim.txn.Observer;
import java.util.ArrayList;
import java.util.List;

/**
 * How long shards were without a leader that acknowledges: from a leader's crash, pause, cut or start of hand-over to its
 * successor's election ({@code leader-gap}) and first acknowledgement ({@code failover-gap}).
 */
final class LeaderChanges implements Observer {
    /** Of the mark that a leader was lost; its cause may follow after a hyphen, as in {@code leader-lost-crash}. */
    private static final String LOST = "leader-lost";

    private static final String ELECTED = "elected";
    private static final String HAND_OVER = "hand-over";
    private static final int KEPT_MAX = 10_000;
    private static final long NONE = -1;

    /** One change; times are -1 until they come. */
    static final class Change {
        final int shard;
        final long lostAt;
        final long lostEpoch;
        long epoch = NONE;
        long electedAt = NONE;
        long acknowledgedAt = NONE;

        final String cause;

        Change(int shard, long lostAt, long lostEpoch, String cause) {
            this.shard = shard;
            this.lostAt = lostAt;
            this.lostEpoch = lostEpoch;
            this.cause = cause;
        }

        /** To the election, in seconds; null when none came. */
        Double leaderGap() {
            return electedAt == NONE ? null : (Double) ((electedAt - lostAt) / 1e9);
        }

        /** How many epochs it took; null when there was no election. */
        Double terms() {
            return electedAt == NONE ? null : (Double) (double) (epoch - lostEpoch);
        }

        /** To the first acknowledgement, in seconds; null when none came. */
        Double failoverGap() {
            return acknowledgedAt == NONE ? null : (Double) ((acknowledgedAt - lostAt) / 1e9);
        }
    }

    private final List<Change> changes = new ArrayList<>();
    private final List<Change> open = new ArrayList<>();

    @Override
    public void happened(String type, int node, int shard, long epoch, long now) {
        if (type.equals(ELECTED)) {
            elected(shard, epoch, now);
        } else if ((type.startsWith(LOST) || type.equals(HAND_OVER)) && find(shard) == null) {
            Change change = new Change(shard, now, epoch, cause(type));
            open.add(change);
            if (changes.size() < KEPT_MAX) {
                changes.add(change);
            }
        }
    }

    /** The successor's own word, and for designs that elect and lead in one step its leadership. */
    private void elected(int shard, long epoch, long now) {
        Change change = find(shard);
        if (change != null && epoch > change.lostEpoch && epoch > change.epoch) {
            change.epoch = epoch;
            change.electedAt = now;
        }
    }

    @Override
    public void leads(int shard, int node, long epoch, long now) {
        elected(shard, epoch, now);
    }

    @Override
    public void acknowledged(int shard, long epoch, long now) {
        Change change = find(shard);
        if (change != null && change.electedAt != NONE && epoch >= change.epoch) {
            change.acknowledgedAt = now;
            open.remove(change);
        }
    }

    /** A leader that was paused or cut off and acknowledges again before any election was not changed. */
    @Override
    public void commitWaited(int shard, long quorumNanos, long clockNanos, long now) {
        if (open.isEmpty()) {
            return;
        }
        Change change = find(shard);
        if (change != null && change.electedAt == NONE && !change.cause.equals(HAND_OVER)) {
            open.remove(change);
            changes.remove(change);
        }
    }

    List<Change> all() {
        return changes;
    }

    List<FailoverGap> gaps() {
        return changes.stream()
                .map(change -> new FailoverGap(
                        change.shard, change.lostAt / 1e9, change.failoverGap(), change.leaderGap(), change.cause))
                .toList();
    }

    private static String cause(String type) {
        if (type.equals(HAND_OVER)) {
            return type;
        }
        return type.equals(LOST) ? "lost" : type.substring(LOST.length() + 1);
    }

    private Change find(int shard) {
        for (Change change : open) {
            if (change.shard == shard) {
                return change;
            }
        }
        return null;
    }
}
