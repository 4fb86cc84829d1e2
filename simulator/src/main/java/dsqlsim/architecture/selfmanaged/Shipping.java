package dsqlsim.architecture.selfmanaged;

import dsqlsim.engine.Redo;
import dsqlsim.kernel.Randomness;
import dsqlsim.world.Message;
import dsqlsim.world.Timer;
import java.util.ArrayDeque;
import java.util.List;

/** The primary's log on its way to the standby: sent when it is on disk, and again when nothing is confirmed for a while. */
final class Shipping {
    private static final int BATCH_MAX = 1000;

    private final Machine from;
    private final Timer resend;
    private final ArrayDeque<Redo> unconfirmed = new ArrayDeque<>();
    private Machine to;
    private long confirmed;
    private long repetitions;

    Shipping(Machine from) {
        this.from = from;
        this.resend = new Timer(from, Kinds.TIMER, this::sendAgain);
    }

    /** A standby that has everything up to a place. */
    void to(Machine standby, long lsn) {
        to = standby;
        confirmed = lsn;
        unconfirmed.clear();
    }

    void end() {
        to = null;
        unconfirmed.clear();
        resend.cancel();
    }

    /** What the standby has on its disk; without one, what is asked about. */
    long confirmed(long withoutStandby) {
        return to == null ? withoutStandby : confirmed;
    }

    void add(Redo redo) {
        if (to != null) {
            unconfirmed.add(redo);
            send(List.of(redo));
            resend.ensure(from.own.resend);
        }
    }

    /** The process is back: its timers were not. */
    void resume() {
        if (to != null) {
            sendAgain();
        }
    }

    private void sendAgain() {
        if (!unconfirmed.isEmpty()) {
            repetitions++;
            send(unconfirmed.stream().limit(BATCH_MAX).toList());
            resend.set(from.own.resend);
        }
    }

    private void send(List<Redo> entries) {
        from.world().send(from, to, new Ship(from.timeline(), entries, repetitions));
    }

    private void onReceived(Machine by, int timeline, long lsn) {
        if (by != to || timeline != from.timeline()) {
            return;
        }
        boolean further = lsn > confirmed;
        confirmed = Math.max(confirmed, lsn);
        while (!unconfirmed.isEmpty() && unconfirmed.peek().lsn <= confirmed) {
            unconfirmed.poll();
        }
        if (unconfirmed.isEmpty()) {
            resend.cancel();
        } else if (further) {
            resend.set(from.own.resend);
        }
        from.advance();
    }

    /** Entries of the log. */
    private static final class Ship extends Message<Machine> {
        private final int timeline;
        private final List<Redo> entries;
        private final long repetition;

        Ship(int timeline, List<Redo> entries, long repetition) {
            this.timeline = timeline;
            this.entries = entries;
            this.repetition = repetition;
        }

        @Override
        protected void deliver() {
            to.onShipped((Machine) from(), timeline, entries);
        }

        @Override
        protected long identity() {
            return Randomness.key(Randomness.key(timeline, entries.get(0).lsn), repetition);
        }

        @Override
        protected int kind() {
            return Kinds.SHIP;
        }
    }

    /** The standby has the log on its disk up to a place. */
    static final class Received extends Message<Machine> {
        private final int timeline;
        private final long lsn;

        Received(int timeline, long lsn) {
            this.timeline = timeline;
            this.lsn = lsn;
        }

        @Override
        protected void deliver() {
            to.shipping().onReceived((Machine) from(), timeline, lsn);
        }

        @Override
        protected long identity() {
            return Randomness.key(timeline, lsn);
        }

        @Override
        protected int kind() {
            return Kinds.RECEIVED;
        }
    }
}
