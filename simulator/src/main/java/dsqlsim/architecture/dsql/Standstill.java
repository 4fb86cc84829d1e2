package dsqlsim.architecture.dsql;

import dsqlsim.architecture.Waiting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** Says who waits for whom at this moment, and whether the quorums that are there allow it to go on: for runs that stand still. */
final class Standstill {
    private final Layout layout;
    private final long now;
    private final List<String> sentences = new ArrayList<>();
    private boolean possible = true;

    private Standstill(Layout layout, long now) {
        this.layout = layout;
        this.now = now;
    }

    static Waiting tell(Layout layout, long now) {
        Standstill standstill = new Standstill(layout, now);
        standstill.members();
        for (int shard = 0; shard < layout.shards; shard++) {
            standstill.shard(shard);
        }
        standstill.streams();
        standstill.storage();
        return new Waiting(standstill.sentences, standstill.possible);
    }

    private void say(String format, Object... arguments) {
        sentences.add(String.format(Locale.ROOT, format, arguments));
    }

    // ---- membership

    private void members() {
        for (ControlPlane each : layout.controlPlanes) {
            if (each != null && each.membership.evicted() >= 0) {
                say(
                        "%s (%s) holds %s for evicted since membership epoch %d%s",
                        each.name,
                        state(each),
                        layout.geography.regionName(each.membership.evicted()),
                        each.membership.epoch(),
                        each.membership.confirmed() ? "" : ", and waits for it to confirm that");
            }
        }
    }

    // ---- shards

    private void shard(int shard) {
        Adjudicator leader = null;
        for (Adjudicator each : layout.adjudicators[shard]) {
            boolean later = each.leader() != null
                    && (leader == null
                            || each.leader().epoch() > leader.leader().epoch());
            leader = later ? each : leader;
        }
        if (leader == null) {
            say("shard %d has no leader: %s", shard, quorum(shard, layout.adjudicators[shard][0]));
            return;
        }
        long waiting = leader.leader().acknowledgements().undecided().size();
        if (!leader.leader().serving()) {
            say(
                    "shard %d: %s (%s) won epoch %d and waits until a quorum has taken over its log: %s",
                    shard, leader.name, state(leader), leader.leader().epoch(), quorum(shard, leader));
        } else if (waiting > 0 || !leader.up() || leader.paused()) {
            say(
                    "shard %d: %d commits wait at %s (%s), which leads epoch %d: %s",
                    shard, waiting, leader.name, state(leader), leader.leader().epoch(), quorum(shard, leader));
        }
    }

    /** How many replicas could answer, of those that are needed, and what keeps the others. */
    private String quorum(int shard, Adjudicator asker) {
        int able = 0;
        StringJoiner others = new StringJoiner(", ");
        for (Journal each : layout.journals[shard]) {
            String hindrance = hindrance(each, asker);
            able += hindrance == null ? 1 : 0;
            if (hindrance != null) {
                others.add(each.name + " " + hindrance);
            }
        }
        int needed = layout.config.quorum;
        possible &= able >= needed;
        return able + " of " + layout.journals[shard].length + " replicas can answer and " + needed
                + " are needed, so quorums " + (able >= needed ? "allow it" : "do not allow it")
                + (others.length() == 0 ? "" : "; " + others);
    }

    private String hindrance(Journal replica, Adjudicator asker) {
        if (!replica.up() || replica.paused()) {
            return "is " + state(replica);
        }
        if (!asker.membership().counts(replica.region)) {
            return "is in an evicted region";
        }
        if (replica.learner()) {
            return "lost its disk and is still learning";
        }
        long epoch = asker.leader() == null ? Long.MAX_VALUE : asker.leader().epoch();
        return replica.grantedEpoch() > epoch ? "has granted epoch " + replica.grantedEpoch() : null;
    }

    // ---- merged streams

    private void streams() {
        for (Crossbar[] region : layout.crossbars) {
            for (Crossbar each : region) {
                double behind = (now - each.released()) / 1e9;
                if (behind > 1 || !each.up()) {
                    say(
                            "%s (%s) has released nothing of the last %.1f s: it waits for the journal of shard %d",
                            each.name, state(each), behind, each.slowest());
                }
            }
        }
    }

    // ---- storage

    private void storage() {
        for (StorageReplica[][] partition : layout.storage) {
            for (StorageReplica[] region : partition) {
                for (StorageReplica each : region) {
                    if (each.up() && !each.serving()) {
                        say("%s is being replaced and serves again at %.1f s", each.name, each.servesFrom() / 1e9);
                    }
                }
            }
        }
    }

    private static String state(DsqlNode node) {
        return !node.up() ? "down" : node.paused() ? "paused" : "up";
    }
}
