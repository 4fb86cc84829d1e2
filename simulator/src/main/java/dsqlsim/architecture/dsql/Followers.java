package dsqlsim.architecture.dsql;

import dsqlsim.world.World;
import java.util.Arrays;

/** What a leader knows of its journal's replicas, by member, and what quorums of them have said. */
final class Followers {
    private final Adjudicator self;
    private final World world;
    private final Config config;
    private final Journal[] members;

    /** Whether it has taken the leader's log over, and holds it still. */
    final boolean[] adopted;

    /** Whether it is a learner that has been handed the log. */
    final boolean[] learning;

    /** How far it has the log on disk. */
    final long[] acknowledged;

    /** Up to when it lets the leader promise. */
    final long[] granted;

    final long[] answeredAt;
    /** When the keep-alive was sent that was answered last. */
    final long[] answeredTo;

    final long[] adoptSentAt;
    final long[] lastSeen;
    private final long[] scratch;

    Followers(Adjudicator self, Journal[] members) {
        this.self = self;
        this.world = self.world();
        this.config = self.config();
        this.members = members;
        int n = members.length;
        adopted = new boolean[n];
        learning = new boolean[n];
        acknowledged = new long[n];
        granted = new long[n];
        answeredAt = new long[n];
        answeredTo = new long[n];
        adoptSentAt = new long[n];
        lastSeen = new long[n];
        scratch = new long[n];
        Arrays.fill(answeredAt, world.now());
        Arrays.fill(adoptSentAt, Long.MIN_VALUE / 2);
    }

    /** What a quorum of those that adopted the log has reached, of acknowledgements or grants; 0 without one. */
    long heldByQuorum(long[] values) {
        int count = 0;
        for (int i = 0; i < members.length; i++) {
            if (adopted[i] && self.counts(i)) {
                scratch[count++] = values[i];
            }
        }
        return JournalFeed.kthLargest(scratch, count, config.quorum, 0);
    }

    int adoptions() {
        int count = 0;
        for (int i = 0; i < members.length; i++) {
            if (adopted[i] && self.counts(i)) {
                count++;
            }
        }
        return count;
    }

    /** Whether a quorum without one member has answered under this epoch since that one was handed the log. */
    boolean confirmedWithout(int member) {
        int count = 0;
        for (int i = 0; i < members.length; i++) {
            if (i != member && self.counts(i) && adopted[i] && answeredTo[i] > adoptSentAt[member]) {
                count++;
            }
        }
        return count >= config.quorum;
    }

    long quorumAnsweredAt() {
        int count = 0;
        for (int i = 0; i < members.length; i++) {
            if (self.counts(i)) {
                scratch[count++] = answeredAt[i];
            }
        }
        return JournalFeed.kthLargest(scratch, count, config.quorum, Long.MIN_VALUE / 2);
    }

    boolean loweredTo(long limit) {
        int count = 0;
        for (int i = 0; i < members.length; i++) {
            if (self.counts(i) && granted[i] <= limit) {
                count++;
            }
        }
        return count >= config.quorum;
    }

    /** The nearest replica of another place, that has answered lately; null when there is none, and the leader replicates by itself. */
    Journal head(boolean answering) {
        Journal head = null;
        for (Journal each : members) {
            if (elsewhere(each)
                    && self.counts(each.member)
                    && (!answering || answers(each))
                    && (head == null || world.nominalDelay(self, each) < world.nominalDelay(self, head))) {
                head = each;
            }
        }
        return head;
    }

    private boolean answers(Journal member) {
        long within = config.electionMin + 2 * world.nominalDelay(self, member);
        return adopted[member.member] && world.now() - answeredAt[member.member] < within;
    }

    private boolean elsewhere(Journal member) {
        return config.multiRegion ? member.region != self.region : member.zone != self.zone;
    }

    /** The append-to-quorum time without jitter: to the nearest replicas that make a quorum, and their disks. */
    long nominalQuorum() {
        Journal head = config.remoteHead ? head(false) : null;
        long[] times = new long[members.length];
        for (int i = 0; i < members.length; i++) {
            long way = head == null || head == members[i]
                    ? world.nominalDelay(self, members[i])
                    : world.nominalDelay(self, head) + world.nominalDelay(head, members[i]);
            times[i] = -2 * way - config.persist.median();
        }
        return -JournalFeed.kthLargest(times, times.length, config.quorum, 0);
    }

    long farthestRoundTrip() {
        long farthest = 0;
        for (Journal each : members) {
            farthest = Math.max(farthest, 2 * world.nominalDelay(self, each));
        }
        return farthest;
    }

    /** Sends an entry to every replica, or to the journal's head that does. */
    void replicate(Leader leader, Entry entry) {
        Journal head = config.remoteHead ? head(true) : null;
        if (head != null) {
            world.send(self, head, new Append(self, leader.epoch(), leader.durable(), entry, null, head));
            return;
        }
        for (Journal each : members) {
            if (reaches(each)) {
                world.send(self, each, new Append(self, leader.epoch(), leader.durable(), entry, null, null));
            }
        }
    }

    /** Sends a replica what it lacks after a sequence number. */
    void resend(Leader leader, Journal member, long after) {
        long from = Math.max(after + 1, leader.log().first());
        if (from <= leader.log().last() && !silent(member)) {
            world.send(
                    self,
                    member,
                    new Append(
                            self,
                            leader.epoch(),
                            leader.durable(),
                            null,
                            leader.log().slice(from, leader.log().last()),
                            null));
        }
    }

    /** Whether a replica holds this leader's log, and may be spoken to. */
    boolean reaches(Journal member) {
        return adopted[member.member] && !silent(member);
    }

    boolean silent(Journal member) {
        return self.membership().silentTowards(member.region) && config.eviction;
    }
}
