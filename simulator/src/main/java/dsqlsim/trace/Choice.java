package dsqlsim.trace;

import dsqlsim.txn.Attempt;
import dsqlsim.txn.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Chooses the transactions that show best what a run was like, while it runs. */
final class Choice {
    static final String NORMAL = "normal";
    static final String SEVERAL_SHARDS = "several-shards";
    static final String CONFLICT = "conflict";
    static final String FAILOVER = "failover";
    static final String SLOWEST = "slowest";
    static final String FAULT = "fault";

    private static final int FAULTS_MAX = 8;
    /** Slower than so many medians, and by so much: affected by a fault, as in the definition of RTO. */
    private static final int AFFECTED = 5;

    private static final long AFFECTED_NANOS = 5_000_000L;

    private final long warmup;
    private final long[] injectedAt;
    private final Map<String, Chosen> chosen = new LinkedHashMap<>();
    // Looked up, never iterated.
    private final Map<Integer, Long> failedOverAt = new HashMap<>();
    // Looked up, never iterated.
    private final Map<Integer, Typical> typical = new HashMap<>();
    private final Typical single = new Typical();
    private final Typical several = new Typical();
    private final RecentCommits recent = new RecentCommits();
    private String leaderRole = "";
    private long lastFailover = -1;
    private boolean calm = true;

    Choice(long warmup, int faults) {
        this.warmup = warmup;
        injectedAt = new long[Math.min(FAULTS_MAX, faults)];
        Arrays.fill(injectedAt, -1);
    }

    List<Chosen> all() {
        List<Chosen> all = new ArrayList<>();
        for (String kind : List.of(NORMAL, SEVERAL_SHARDS, CONFLICT, FAILOVER, SLOWEST)) {
            if (chosen.containsKey(kind)) {
                all.add(chosen.get(kind));
            }
        }
        chosen.values().stream().filter(each -> each.fault() >= 0).forEach(all::add);
        return all;
    }

    /** The chosen one with an id; null if it was not chosen. */
    Seen find(long attempt) {
        for (Chosen each : chosen.values()) {
            if (each.seen().attempt.id == attempt) {
                return each.seen();
            }
            if (each.other() != null && each.other().attempt.id == attempt) {
                return each.other();
            }
        }
        return null;
    }

    void leaderRole(String role) {
        leaderRole = role;
    }

    void failedOver(int shard, long now) {
        failedOverAt.put(shard, now);
        lastFailover = now;
    }

    void injected(int fault, long now) {
        calm = false;
        if (fault < injectedAt.length && injectedAt[fault] < 0) {
            injectedAt[fault] = now;
        }
    }

    void consider(Seen seen) {
        Attempt attempt = seen.attempt;
        if (attempt.startedAt < warmup || seen.hops.size() < 2) {
            return;
        }
        affected(seen);
        if (attempt.outcome == Outcome.COMMITTED && !attempt.plan.readOnly()) {
            recent.add(seen);
            usual(seen);
            longest(seen);
            overFailover(seen);
        } else if (attempt.outcome == Outcome.ABORTED_OCC_DATA) {
            lostConflict(seen);
        }
    }

    /** The one that is told soonest. */
    private void lostConflict(Seen seen) {
        Chosen shortest = chosen.get(CONFLICT);
        if (shortest == null || seen.hops.size() < shortest.seen().hops.size()) {
            Seen winner = recent.winnerOver(seen.attempt);
            if (winner != null) {
                choose(CONFLICT, -1, seen, winner);
            }
        }
    }

    private void choose(String kind, int fault, Seen seen, Seen other) {
        chosen.put(fault < 0 ? kind : kind + fault, new Chosen(kind, fault, seen, other));
    }

    /** Before anything goes wrong: the one that is nearest to the median. */
    private void usual(Seen seen) {
        if (!calm || seen.attempt.number > 1) {
            return;
        }
        boolean one = seen.shards(leaderRole) <= 1;
        Typical median = one ? single : several;
        String kind = one ? NORMAL : SEVERAL_SHARDS;
        Chosen best = chosen.get(kind);
        if (best == null || distance(seen, median) < distance(best.seen(), median)) {
            choose(kind, -1, seen, null);
        }
        median.add(seen.nanos());
    }

    private static long distance(Seen seen, Typical from) {
        return from.median() < 0 ? Long.MAX_VALUE : Math.abs(seen.nanos() - from.median());
    }

    private void longest(Seen seen) {
        Chosen slowest = chosen.get(SLOWEST);
        if (slowest == null || seen.commitNanos() > slowest.seen().commitNanos()) {
            choose(SLOWEST, -1, seen, null);
        }
    }

    private void overFailover(Seen seen) {
        boolean over = !chosen.containsKey(FAILOVER)
                && lastFailover > seen.attempt.commitSentAt
                && seen.hops.stream().anyMatch(hop -> overFailover(hop, seen.attempt));
        if (over) {
            choose(FAILOVER, -1, seen, null);
        }
    }

    /** Whether this asked a leader for a commit during which its shard changed its leader. */
    private boolean overFailover(Hop hop, Attempt attempt) {
        Long at = hop.to.role.equals(leaderRole) ? failedOverAt.get(hop.to.shard) : null;
        return at != null && attempt.commitSentAt < at && at < attempt.endedAt;
    }

    private void affected(Seen seen) {
        Attempt attempt = seen.attempt;
        int key = attempt.plan.workload * 2 + (attempt.plan.readOnly() ? 1 : 0);
        Typical usual = typical.computeIfAbsent(key, any -> new Typical());
        boolean slow = usual.median() >= 0
                && seen.nanos() > Math.max(AFFECTED * usual.median(), usual.median() + AFFECTED_NANOS);
        boolean failed = attempt.outcome.failed() || attempt.outcome == Outcome.UNKNOWN;
        if (calm && attempt.outcome == Outcome.COMMITTED) {
            usual.add(seen.nanos());
        }
        for (int fault = 0; fault < injectedAt.length && (slow || failed); fault++) {
            if (injectedAt[fault] >= 0 && attempt.endedAt > injectedAt[fault] && !chosen.containsKey(FAULT + fault)) {
                choose(FAULT, fault, seen, null);
            }
        }
    }
}
