package dsqlsim.trace;

import dsqlsim.report.Exemplar;
import dsqlsim.txn.Attempt;
import dsqlsim.world.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Follows every transaction through its messages, and keeps those worth showing: see {@link Choice}. What is not chosen is
 * forgotten as soon as it ends, so memory does not grow with the run.
 */
public final class Lens extends Following {
    private static final int HOPS_MAX = 400;

    private final OpenAttempts open = new OpenAttempts();
    private final Map<Integer, Integer> leaders = new LinkedHashMap<>();
    private final List<Seen.Waited> justWaited = new ArrayList<>();
    private long waitedAt;
    private final Choice choice;

    /** {@code warmupNanos}: nothing before it is chosen. {@code faults}: how many there are. */
    public Lens(long warmupNanos, int faults) {
        choice = new Choice(warmupNanos, faults);
    }

    /** What was chosen, told. */
    public List<Exemplar> exemplars() {
        return Exemplars.of(choice.all(), world, labels);
    }

    // ---- messages

    @Override
    public void sent(Message<?> message, long departAt) {
        subject.read(message);
        if (subject.size() == 0 && subject.journal() < 0) {
            return;
        }
        Hop hop = new Hop(message, subject, world.now(), departAt);
        boolean ranges = subject.size() == 0;
        open.about(subject, seen -> {
            if (seen.hops.size() < HOPS_MAX && !(ranges && seen.has(hop))) {
                seen.hops.add(hop);
                follow(message, hop);
                takeWaits(seen, hop);
            }
        });
        justWaited.clear();
    }

    /** What was waited for until this very moment is why this message leaves now. */
    private void takeWaits(Seen seen, Hop hop) {
        for (Seen.Waited each : justWaited) {
            if (hop.sentAt == waitedAt && each.from() < each.until()) {
                seen.waits.add(new Seen.Waited(hop.from, each.from(), each.until(), each.reason()));
            }
        }
    }

    // ---- what happens

    @Override
    public void started(Attempt attempt) {
        open.open(attempt);
    }

    @Override
    public void leads(int shard, int node, long epoch, long now) {
        Integer before = leaders.put(shard, node);
        choice.leaderRole(world.node(node).role);
        if (before != null) {
            choice.failedOver(shard, now);
        }
    }

    @Override
    public void appended(int shard, long epoch, long sequence, long timestamp, long attempt, long now) {
        Seen seen = open.find(attempt);
        Integer leader = leaders.get(shard);
        if (seen != null && leader != null) {
            var clock = world.node(leader).clock;
            open.recorded(
                    seen,
                    new Seen.Recorded(
                            shard, epoch, sequence, timestamp, now, leader, clock.earliest(), clock.latest()));
        }
    }

    @Override
    public void delivered(int place, int shard, long sequence, long timestamp, long attempt, int[] rows, long now) {
        Seen seen = open.find(attempt);
        seen = seen == null ? choice.find(attempt) : seen;
        if (seen != null) {
            seen.shown.add(new Seen.Shown(place, now));
        }
    }

    @Override
    public void readWaited(int region, long nanos, long now) {
        beginWaits(now);
        waited(now - nanos, now, "until it is complete at the start timestamp");
    }

    @Override
    public void commitWaited(int shard, long quorumNanos, long clockNanos, long now) {
        beginWaits(now);
        long durable = now - clockNanos;
        waited(durable - quorumNanos, durable, "until a quorum of journal replicas has it on disk");
        waited(durable, now, "until its clock says that the commit timestamp is past");
    }

    @Override
    public void lockWaited(int region, long nanos, long now) {
        beginWaits(now);
        waited(now - nanos, now, "for a row lock");
    }

    private void beginWaits(long now) {
        justWaited.clear();
        waitedAt = now;
    }

    private void waited(long from, long until, String reason) {
        justWaited.add(new Seen.Waited(null, from, until, reason));
    }

    @Override
    public void injected(int fault, long now) {
        choice.injected(fault, now);
    }

    @Override
    public void ended(Attempt attempt) {
        Seen seen = open.close(attempt.id);
        if (seen != null) {
            choice.consider(seen);
        }
    }
}
