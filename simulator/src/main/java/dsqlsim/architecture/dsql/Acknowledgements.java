package dsqlsim.architecture.dsql;

import dsqlsim.ledger.PlantedBug;
import dsqlsim.world.Timer;
import dsqlsim.world.World;
import java.util.ArrayDeque;

/** A leader's appends on their way to an answer: first until a quorum holds them, then until their timestamp has surely passed. */
final class Acknowledgements {
    private final Adjudicator self;
    private final Leader leader;
    private final World world;
    private final Config config;
    private final ArrayDeque<Pending> undecided = new ArrayDeque<>();
    private final ArrayDeque<Pending> awaitingClock = new ArrayDeque<>();
    private final Timer clockTimer;
    private boolean any;

    Acknowledgements(Adjudicator self, Leader leader) {
        this.self = self;
        this.leader = leader;
        this.world = self.world();
        this.config = self.config();
        this.clockTimer = new Timer(self, Kinds.TIMER, this::acknowledgePast);
    }

    /** What no quorum holds yet, oldest first. */
    ArrayDeque<Pending> undecided() {
        return undecided;
    }

    /** The leader serves under a new epoch: its next answer is the first. */
    void begin() {
        any = false;
    }

    void stop() {
        clockTimer.cancel();
    }

    /** A quorum holds the log up to where the leader is durable now. */
    void settle(Lead lead) {
        long now = world.now();
        while (!undecided.isEmpty() && undecided.peek().entry.sequence <= leader.durable()) {
            Pending pending = undecided.poll();
            pending.durableAt = now;
            lead.sample(now - pending.appendedAt);
            awaitingClock.add(pending);
        }
        acknowledgePast();
    }

    /** Whether a replica that ends before an entry should have had it when it answered what was sent at a time. */
    boolean appendedBefore(long sequence, long sentAt) {
        for (Pending each : undecided) {
            if (each.entry.sequence == sequence) {
                return each.appendedAt < sentAt;
            }
        }
        return true;
    }

    /** Acknowledges what is durable and has surely passed in true time. */
    private void acknowledgePast() {
        long earliest = self.clock.earliest();
        while (!awaitingClock.isEmpty()) {
            Pending next = awaitingClock.peek();
            if (next.entry.timestamp >= earliest && !config.bug(PlantedBug.NO_COMMIT_WAIT)) {
                clockTimer.set(self.clock.untilEarliestExceeds(next.entry.timestamp));
                return;
            }
            awaitingClock.poll();
            long now = world.now();
            world.observer().commitWaited(self.shard, next.durableAt - next.appendedAt, now - next.durableAt, now);
            answer(next);
        }
    }

    void answer(Pending pending) {
        Certify request = pending.request;
        if (request == null) {
            return;
        }
        noteFirst();
        world.send(self, request.session.host, new Verdict(request, self.shard, leader.epoch(), pending.entry));
    }

    private void noteFirst() {
        if (!any) {
            any = true;
            world.observer().acknowledged(self.shard, leader.epoch(), world.now());
        }
    }

    /** A re-sent commit found its entry in the log: it is answered like the first, when durable and past. */
    void later(Certify request, Entry entry) {
        long sequence = entry.sequence;
        if (config.bug(PlantedBug.ALREADY_COMMITTED_TOO_SOON)) {
            answer(new Pending(entry, world.now(), request, null));
            return;
        }
        for (Pending each : undecided) {
            if (each.entry.sequence == sequence) {
                each.request = request;
                return;
            }
        }
        for (Pending each : awaitingClock) {
            if (each.entry.sequence == sequence) {
                each.request = request;
                return;
            }
        }
        if (sequence > leader.durable()) {
            undecided.add(new Pending(entry, world.now(), request, null));
            return;
        }
        Pending late = new Pending(entry, world.now(), request, null);
        late.durableAt = world.now();
        if (entry.timestamp < self.clock.earliest()) {
            answer(late);
        } else {
            awaitingClock.addFirst(late);
            acknowledgePast();
        }
    }
}
