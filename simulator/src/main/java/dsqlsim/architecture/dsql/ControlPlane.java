package dsqlsim.architecture.dsql;

import dsqlsim.ledger.PlantedBug;
import dsqlsim.world.Timer;
import dsqlsim.world.World;
import java.util.Arrays;

/**
 * A region's part of the membership register. A full region that misses the other's heartbeats proposes its eviction; it is decided when
 * a second member has persisted its vote. A region that is back, stable and caught up is voted in again and gets its share of leaders.
 *
 * <p>A heartbeat that does not echo a recent one of ours counts as missed, and a member votes only for a proposer that echoes it: a
 * deaf region must not evict a healthy one.
 */
final class ControlPlane extends DsqlNode {
    private static final long CAUGHT_UP_WITHIN = 1_000_000_000L;
    private static final long HAND_OVER_EVERY = 2_000_000_000L;

    // ---- durable
    private long votedEpoch;
    private int votedSubject = -1;

    // ---- volatile
    private final long[] echoes;
    private final long[] heardAt;
    private long stableSince = -1;
    private boolean peerCaughtUp;
    private boolean caughtUp;
    private boolean refusing;
    private boolean proposing;
    private boolean toldEver;
    private long handedOverAt = Long.MIN_VALUE / 2;
    /** A vote on its way to the disk, and what it is for. */
    private Membership voting = Membership.WHOLE;

    private final Timer vote = new Timer(this, Kinds.TIMER, () -> voted(voting));
    private final Timer beat = new Timer(this, Kinds.TIMER, this::beat);
    private final Timer watch = new Timer(this, Kinds.TIMER, this::watch);

    ControlPlane(World world, Layout layout, String name, int region) {
        super(world, layout, "control-plane", name, region, -1, -1);
        echoes = new long[layout.controlPlanes.length];
        heardAt = new long[layout.controlPlanes.length];
    }

    void begin() {
        Arrays.fill(echoes, world.now() - config.detect - 1);
        if (alone()) {
            return;
        }
        beat.set(0);
        watch.set(config.detect);
    }

    private boolean alone() {
        return layout.controlPlanes.length == 1 || !config.multiRegion;
    }

    private boolean witness() {
        return region == layout.geography.witness();
    }

    /** The other full region, or -1. */
    private int peer() {
        return witness() || layout.geography.fullRegions() != 2 ? -1 : 1 - region;
    }

    // ---- heartbeats

    private void beat() {
        caughtUp = isComplete();
        for (ControlPlane each : layout.controlPlanes) {
            if (each != this) {
                send(each, new Heartbeat(this, world.now(), echoes[each.region], membership, caughtUp));
            }
        }
        if (proposing) {
            propose();
        }
        considerReturn();
        considerHandOver();
        considerRefusing();
        if (membership.epoch() > 0) {
            tellParts();
        }
        if (toldEver) {
            tellHosts();
        }
        beat.set(config.heartbeat);
    }

    void onHeartbeat(Heartbeat m) {
        int other = m.sender.region;
        echoes[other] = m.sentAt;
        if (world.now() - m.echo < config.detect) {
            heardAt[other] = world.now();
            if (other == peer()) {
                watch.set(config.detect);
            }
        }
        if (m.membership.epoch() > membership.epoch()) {
            decide(m.membership);
        }
        boolean confirms = m.membership.epoch() >= membership.epoch() && other == membership.evicted();
        if (confirms && !membership.confirmed()
                || m.membership.confirmed() && m.membership.epoch() == membership.epoch()) {
            onMembership(new Membership(membership.epoch(), membership.evicted(), true));
        }
        if (other == membership.evicted()) {
            peerCaughtUp = m.caughtUp;
        }
        considerRefusing();
    }

    // ---- eviction

    /** The other full region has not been heard for the detection time. */
    private void watch() {
        int peer = peer();
        if (peer < 0 || !config.eviction || membership.evicted() >= 0) {
            return;
        }
        if (world.now() - heardAt[peer] < config.detect) {
            watch.set(heardAt[peer] + config.detect - world.now());
            return;
        }
        if (!proposing) {
            proposing = true;
            propose();
        }
        watch.set(config.heartbeat);
    }

    private void propose() {
        int peer = peer();
        boolean stillMissing = peer >= 0 && membership.evicted() < 0 && world.now() - heardAt[peer] >= config.detect;
        if (!stillMissing) {
            proposing = false;
            return;
        }
        long next = membership.epoch() + 1;
        if (votedEpoch >= next && votedSubject != peer) {
            return;
        }
        boolean first = votedEpoch < next;
        votedEpoch = next;
        votedSubject = peer;
        if (first) {
            world.observer().happened("eviction-proposed", id, -1, next, world.now());
        }
        ask(new Membership(next, peer, false));
    }

    private void ask(Membership proposed) {
        long at = world.now() + config.persist.sample(draw(7, proposed.epoch()));
        for (ControlPlane each : layout.controlPlanes) {
            if (each != this && each.region != proposed.evicted() && each.region != membership.evicted()) {
                send(each, new Proposal(this, proposed, echoes[each.region]), at);
            }
        }
    }

    /** Votes once per membership epoch, and only for a proposer that hears this region. */
    void onProposal(Proposal m) {
        if (membership.epoch() >= m.proposed.epoch()) {
            send(m.proposer, new Decision(membership));
            return;
        }
        boolean hears = world.now() - m.echo < config.detect;
        boolean votedOtherwise = votedEpoch >= m.proposed.epoch() && votedSubject != m.proposed.evicted();
        if (!hears || votedOtherwise || m.proposed.evicted() == region) {
            return;
        }
        votedEpoch = m.proposed.epoch();
        votedSubject = m.proposed.evicted();
        if (!vote.pending() || voting.epoch() < m.proposed.epoch()) {
            voting = m.proposed;
            long time =
                    config.membershipVoteTime.sample(draw(8, votedEpoch)) + config.persist.sample(draw(9, votedEpoch));
            vote.set(time);
        }
    }

    /** The second member's vote is on disk: it is decided. */
    private void voted(Membership proposed) {
        if (proposed.epoch() <= membership.epoch()) {
            return;
        }
        boolean evicts = proposed.evicted() >= 0;
        int whom = layout.controlPlanes[evicts ? proposed.evicted() : membership.evicted()].id;
        world.observer().happened(evicts ? "eviction-decided" : "readmitted", whom, -1, proposed.epoch(), world.now());
        decide(proposed);
        for (ControlPlane each : layout.controlPlanes) {
            if (each != this) {
                send(each, new Decision(proposed));
            }
        }
    }

    void decide(Membership decided) {
        if (decided.evicted() == region) {
            world.observer().happened("eviction-learned", id, -1, decided.epoch(), world.now());
            onMembership(new Membership(decided.epoch(), decided.evicted(), true));
        } else {
            onMembership(decided);
        }
    }

    @Override
    protected void membershipChanged() {
        proposing = false;
        stableSince = -1;
        peerCaughtUp = false;
        tellParts();
        considerRefusing();
        if (peer() >= 0) {
            watch.set(config.detect);
        }
    }

    /** Again and again, for a part that was down when it was decided. */
    private void tellParts() {
        for (DsqlNode each : layout.partsOf(region)) {
            send(each, new MembershipNews(membership));
        }
    }

    // ---- return

    private void considerReturn() {
        int gone = membership.evicted();
        if (gone < 0 || witness() || gone == region) {
            return;
        }
        boolean heard = world.now() - heardAt[gone] < 3 * config.heartbeat;
        if (!heard || !membership.confirmed()) {
            stableSince = -1;
            return;
        }
        if (stableSince < 0) {
            stableSince = world.now();
        }
        if (peerCaughtUp && world.now() - stableSince >= config.stableTime) {
            long next = membership.epoch() + 1;
            votedEpoch = next;
            votedSubject = -1;
            ask(new Membership(next, -1, false));
        }
    }

    /** By the region's own telemetry: its journals hold all that is settled, and every storage replica serves and is close behind the clock. */
    private boolean isComplete() {
        if (witness()) {
            return true;
        }
        for (Journal[] shard : layout.journals) {
            for (Journal each : shard) {
                if (each.region == region && !each.caughtUp()) {
                    return false;
                }
            }
        }
        long least = clock.earliest() - CAUGHT_UP_WITHIN;
        for (StorageReplica[][] partition : layout.storage) {
            for (StorageReplica each : partition[region]) {
                if (!each.up() || !each.serving() || each.watermark() < least) {
                    return false;
                }
            }
        }
        if (!caughtUp && membership.evicted() == region) {
            world.observer().happened("region-caught-up", id, -1, membership.epoch(), world.now());
        }
        return true;
    }

    /** A region that is a member again gets the leaders back that belong to it. */
    private void considerHandOver() {
        if (membership.evicted() >= 0 || membership.epoch() == 0 || world.now() - handedOverAt < HAND_OVER_EVERY) {
            return;
        }
        handedOverAt = world.now();
        for (int shard = 0; shard < layout.shards; shard++) {
            Adjudicator preferred = layout.heir(shard);
            if (preferred == null
                    || preferred.region == region
                    || heardAt[preferred.region] < world.now() - config.detect) {
                continue;
            }
            for (Adjudicator each : layout.adjudicators[shard]) {
                if (each.region == region && each.up() && each.leader() != null) {
                    send(each, new HandOver(preferred, each.leader().epoch()));
                }
            }
        }
    }

    // ---- refusing quickly

    /** A region that knows it is evicted, or has reached no other for a while, says so instead of letting clients wait. */
    private void considerRefusing() {
        boolean reached = false;
        for (int other = 0; other < heardAt.length; other++) {
            reached |= other != region && world.now() - heardAt[other] < config.refuseAfter;
        }
        boolean evicted = membership.evicted() == region && !config.bug(PlantedBug.TWO_WRITERS);
        boolean refuse = evicted || !reached;
        if (refuse != refusing && !witness()) {
            refusing = refuse;
            toldEver = true;
            tellHosts();
        }
    }

    private void tellHosts() {
        if (witness()) {
            return;
        }
        for (QueryProcessor[] zone : layout.hosts[region]) {
            for (QueryProcessor host : zone) {
                send(host, new ServeNews(refusing, world.now()));
            }
        }
        layout.routers[region].refuse(refusing);
    }

    @Override
    protected void onCrash() {
        vote.cancel();
        proposing = false;
        caughtUp = false;
        peerCaughtUp = false;
        stableSince = -1;
    }

    @Override
    protected void onRestart() {
        if (alone()) {
            return;
        }
        Arrays.fill(heardAt, world.now());
        beat.set(0);
        watch.set(config.detect);
    }
}
