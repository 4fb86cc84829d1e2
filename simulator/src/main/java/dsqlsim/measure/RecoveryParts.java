package dsqlsim.measure;

import dsqlsim.measure.Marks.Mark;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the time from an injection to recovery was spent on, from the marks in between: consecutive parts whose sum is the
 * RTO. Empty where the marks don't tell.
 */
final class RecoveryParts {
    private static final long NONE = -1;

    private final List<Mark> marks;
    private final long injectedAt;
    private final long recoveredAt;
    private final Map<String, Double> parts = new LinkedHashMap<>();
    private long reached;

    private RecoveryParts(List<Mark> marks, long injectedAt, long recoveredAt) {
        this.marks = marks;
        this.injectedAt = injectedAt;
        this.recoveredAt = recoveredAt;
        this.reached = injectedAt;
    }

    /** The parts in seconds, in their order. */
    static Map<String, Double> of(List<Mark> marks, long injectedAt, long recoveredAt) {
        RecoveryParts found = new RecoveryParts(marks, injectedAt, recoveredAt);
        if (recoveredAt > injectedAt) {
            found.find();
        }
        return found.parts;
    }

    private void find() {
        long decided = last("operator-decided");
        long detected = decided == NONE ? NONE : lastUpTo(decided, "alarm-raised");
        if (detected == NONE) {
            detected = detectedByMachines();
        }
        part("detect", detected);
        part("decide", decided);
        part("evict", detected == NONE ? NONE : first("eviction-decided"));
        part("rebuild", first("instance-created"));
        part("elect", elected());
        part("rebuild", last("replica-replaced"));
        part("reroute", last("rerouted"));
        if (!parts.isEmpty()) {
            part("catch-up", recoveredAt);
        }
    }

    /** Standbys that are cut off stand in vain; where it takes an eviction, detecting is what led to that. */
    private long detectedByMachines() {
        return first("eviction-decided") != NONE
                ? first("eviction-proposed")
                : earliest("eviction-proposed", "candidacy", "failure-detected", "endpoint-unhealthy");
    }

    /** From where the last part ended to {@code end}; nothing if that lies not ahead. */
    private void part(String name, long end) {
        if (end > reached) {
            parts.put(name, (end - reached) / 1e9);
            reached = end;
        }
    }

    /** When the last of the shards that lost their leader had a new one; hand-overs later on are no part of it. */
    private long elected() {
        long at = NONE;
        for (Mark lost : marks) {
            if (lost.at() >= injectedAt
                    && lost.at() <= recoveredAt
                    && lost.type().equals("leader-lost")) {
                at = Math.max(at, electedAfter(lost));
            }
        }
        return at == NONE ? first("leader-elected") : at;
    }

    private long electedAfter(Mark lost) {
        for (Mark mark : marks) {
            boolean successor = mark.at() > lost.at() && mark.shard() == lost.shard();
            if (successor && mark.type().equals("leader-elected")) {
                // The first good operation may have begun while the last election was still under way.
                return Math.min(mark.at(), recoveredAt);
            }
        }
        return NONE;
    }

    private long earliest(String... types) {
        long at = NONE;
        for (String type : types) {
            long first = first(type);
            at = at == NONE || (first != NONE && first < at) ? first : at;
        }
        return at;
    }

    private long first(String type) {
        for (Mark mark : marks) {
            if (mark.at() >= injectedAt
                    && mark.at() <= recoveredAt
                    && mark.type().equals(type)) {
                return mark.at();
            }
        }
        return NONE;
    }

    private long last(String type) {
        return lastUpTo(recoveredAt, type);
    }

    private long lastUpTo(long end, String type) {
        long at = NONE;
        for (Mark mark : marks) {
            if (mark.at() >= injectedAt && mark.at() <= end && mark.type().equals(type)) {
                at = mark.at();
            }
        }
        return at;
    }
}
