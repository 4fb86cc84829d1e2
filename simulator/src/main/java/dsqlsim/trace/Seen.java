package dsqlsim.trace;

import dsqlsim.txn.Attempt;
import dsqlsim.world.Node;
import java.util.ArrayList;
import java.util.List;

/** One attempt with all that a trace saw of it. */
final class Seen {
    /** An entry of a journal that records it; the leader's clock when it was appended. */
    record Recorded(
            int journal, long epoch, long sequence, long timestamp, long at, int leader, long earliest, long latest) {}

    /** Its storage of a place may show it from a time on. */
    record Shown(int place, long at) {}

    /** A node waited for something. */
    record Waited(Node node, long from, long until, String reason) {}

    final Attempt attempt;
    final List<Hop> hops = new ArrayList<>();
    final List<Recorded> entries = new ArrayList<>();
    final List<Shown> shown = new ArrayList<>();
    final List<Waited> waits = new ArrayList<>();

    Seen(Attempt attempt) {
        this.attempt = attempt;
    }

    long nanos() {
        return attempt.endedAt - attempt.startedAt;
    }

    long commitNanos() {
        return attempt.commitSentAt < 0 ? -1 : attempt.endedAt - attempt.commitSentAt;
    }

    /** Whether a message with this name went this way already. */
    boolean has(Hop like) {
        for (Hop each : hops) {
            if (each.from == like.from && each.to == like.to && each.name.equals(like.name) && !each.lost()) {
                return true;
            }
        }
        return false;
    }

    /** How many journals it concerns: of how many different ones the leaders, which are nodes of a role, were asked. */
    long shards(String leaders) {
        return hops.stream()
                .filter(each -> each.to.role.equals(leaders))
                .mapToInt(each -> each.to.shard)
                .distinct()
                .count();
    }

    boolean in(int journal, long from, long to) {
        for (Recorded each : entries) {
            if (each.journal() == journal && each.sequence() >= from && each.sequence() <= to) {
                return true;
            }
        }
        return false;
    }
}
