package dsqlsim.architecture.lww;

import dsqlsim.kernel.Randomness;
import dsqlsim.world.Timer;

/**
 * Sends the log of an origin on, in its order: to one replica of the same region at once, or to another region after its lag and
 * at its bandwidth, so that it falls behind under load and catches up afterwards. What is not confirmed in time is sent again, to
 * another region's next replica in turn. It remembers nothing in a crash: the receiver says where to go on.
 */
final class Stream {
    private static final int BATCH_MAX = 64;
    private static final double SECOND = 1e9;

    private final Replica from;
    private final Log log;
    private final int origin;
    private final Replica[] targets;
    private final boolean far;
    private final Config config;
    private final Timer pump;
    private final Timer resend;

    private int target;
    private boolean active;
    /** Whether the receiver has said where it stands; until then it is asked, with one batch at a time. */
    private boolean told;

    private boolean asked;
    private long confirmed;
    private long sent;
    private long freeAt;
    private long repetitions;

    Stream(Replica from, Log log, int origin, Replica[] targets, int first) {
        this.from = from;
        this.log = log;
        this.origin = origin;
        this.targets = targets;
        this.target = first % targets.length;
        this.far = targets[0].region != from.region;
        this.config = from.config;
        this.pump = new Timer(from, Kinds.TIMER, this::pump);
        this.resend = new Timer(from, Kinds.TIMER, this::sendAgain);
    }

    /** What the receivers have confirmed; 0 when nothing is known. */
    long confirmed() {
        return confirmed;
    }

    /** Both sides begin with nothing: nobody has to be asked. */
    void agreeOnNothing() {
        told = true;
    }

    /** Sends what there is to send, and from now on what is added. */
    void run() {
        active = true;
        nudge();
    }

    /** There is more in the log. */
    void nudge() {
        if (active && !pump.pending()) {
            pump();
        }
    }

    /** Somebody else does it from now on. */
    void stop() {
        active = false;
        pump.cancel();
        resend.cancel();
    }

    /** What was known is gone. */
    void forget() {
        stop();
        told = false;
        asked = false;
        confirmed = 0;
        sent = 0;
    }

    /** A receiver has everything up to a sequence on its disk. */
    void onHave(long sequence) {
        told = true;
        asked = false;
        boolean further = sequence > confirmed;
        confirmed = Math.max(confirmed, sequence);
        sent = Math.max(sent, confirmed);
        if (confirmed == sent) {
            resend.cancel();
        } else if (further && active) {
            resend.set(patience());
        }
        nudge();
    }

    /** A receiver has less than it was thought to: it is asked to go on from there. */
    void onGap(long sequence) {
        if (asked && sequence == confirmed) {
            return;
        }
        confirmed = sequence;
        askAgain();
    }

    private void sendAgain() {
        target = (target + 1) % targets.length;
        repetitions++;
        askAgain();
    }

    private void askAgain() {
        told = false;
        asked = false;
        sent = confirmed;
        nudge();
    }

    private void pump() {
        long now = from.now();
        sent = Math.max(sent, log.first() - 1);
        while (active && sent < log.last() && !asked) {
            long ready = far ? Math.max(freeAt, log.at(sent + 1).readyAt) : now;
            if (ready > now) {
                pump.set(ready - now);
                return;
            }
            send(now);
        }
    }

    /** Sends one batch of what may leave; it has left when its last byte has. */
    private void send(long now) {
        long through = sent;
        double bytes = 0;
        while (through < log.last() && through - sent < BATCH_MAX && (!far || log.at(through + 1).readyAt <= now)) {
            through++;
            bytes += log.at(through).items.length * config.rowSize;
        }
        Entry[] entries = new Entry[(int) (through - sent)];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = log.at(sent + 1 + i);
        }
        freeAt = far ? now + (long) (bytes * SECOND / config.bytesPerSecond) : now;
        long identity = Randomness.key(Randomness.key(origin, sent), repetitions);
        from.send(targets[target], new Batch(origin, sent, entries, identity), freeAt);
        sent = through;
        asked = !told;
        if (!resend.pending()) {
            resend.set(patience());
        }
    }

    private long patience() {
        return Math.max(0, freeAt - from.now()) + config.resend;
    }
}
