package dsqlsim.architecture.aurora;

import dsqlsim.kernel.Randomness;
import dsqlsim.world.Message;
import dsqlsim.world.Node;
import dsqlsim.world.Timer;
import dsqlsim.world.World;

/**
 * One of the six copies of a volume. It persists the log in sequence, acknowledges cumulatively, fills gaps from its peers, and
 * obeys the writer of the highest epoch that it has granted.
 */
final class StorageCopy extends Node {
    private static final long GOSSIP = 100_000_000L;

    private final AuroraConfig config;
    private final Volume volume;
    private final int number;
    private final Timer gossip;
    private final Timer repair;

    // durable
    private long granted = 1;
    private Epochs epochs = Epochs.FIRST;
    private LogWriter writer;
    private long last;
    private boolean lost;

    private double diskSlowness = 1;
    private int asked;

    StorageCopy(World world, AuroraConfig config, Volume volume, String name, int zone, int number) {
        super(world, "storage", name, volume.region, zone, -1);
        this.config = config;
        this.volume = volume;
        this.number = number;
        gossip = new Timer(this, Kinds.TIMER, this::askPeer);
        repair = new Timer(this, Kinds.TIMER, this::repaired);
    }

    long granted() {
        return granted;
    }

    long last() {
        return last;
    }

    /** Whether it has what it had acknowledged. */
    boolean whole() {
        return !lost;
    }

    void scaleDisk(double factor) {
        diskSlowness *= factor;
    }

    // ---- the log

    private void onAppend(Append m) {
        if (lost || m.epochs.epoch() < granted) {
            if (!lost) {
                answer(m.writer, m.upTo);
            }
            return;
        }
        learn(m.epochs, m.writer);
        if (m.from > last + 1) {
            gossip.ensure(0);
        }
        if (m.from <= last + 1) {
            last = Math.max(last, m.upTo);
        }
        answer(m.writer, m.upTo);
    }

    private void learn(Epochs news, LogWriter from) {
        if (news.epoch() > epochs.epoch()) {
            last = news.remaining(epochs.epoch(), last);
            epochs = news;
        }
        granted = Math.max(granted, news.epoch());
        writer = from;
    }

    private void answer(LogWriter to, long about) {
        long persist = slowed((long) (config.persist.sample(draw(1, about)) * diskSlowness));
        world.send(
                this, to.node(), new Appended(to, this, granted, epochs.epoch(), last, about), world.now() + persist);
    }

    private long draw(long purpose, long identity) {
        return Randomness.key(Randomness.key(randomKey, purpose), identity);
    }

    // ---- taking over

    private void onClaim(Claim m) {
        boolean grants = m.epoch > granted || m.epoch == granted && writer == m.by;
        if (grants && !lost) {
            granted = m.epoch;
            writer = m.by;
        }
        if (!lost) {
            world.send(this, m.by.node(), new Claimed(m.by, this, m.epoch, grants, granted, epochs, last));
        }
    }

    // ---- peers

    private void askPeer() {
        for (int i = 1; i < volume.copies.length; i++) {
            asked = (asked + 1) % volume.copies.length;
            StorageCopy peer = volume.copies[asked];
            if (peer != this && peer.whole() && world.reachable(this, peer)) {
                world.send(this, peer, new Fill(this, last));
                return;
            }
        }
        gossip.ensure(GOSSIP);
    }

    private void onFill(Fill m) {
        if (!lost) {
            world.send(this, m.by, new Filled(epochs, writer, last));
        }
    }

    private void onFilled(Filled m) {
        if (lost) {
            last = m.last;
            epochs = m.epochs;
            granted = Math.max(granted, m.epochs.epoch());
            writer = m.writer;
            repair.ensure(config.segmentRepair.sample(draw(2, world.now())));
            return;
        }
        if (m.writer != null && m.epochs.epoch() >= granted) {
            learn(m.epochs, m.writer);
        }
        if (m.epochs.epoch() >= epochs.epoch() && m.last > last) {
            last = m.last;
            if (writer != null) {
                answer(writer, last);
            }
        }
    }

    void loseDisk() {
        lost = true;
        last = 0;
        if (up()) {
            gossip.ensure(0);
        }
    }

    private void repaired() {
        lost = false;
        world.observer().happened("replica-replaced", id, -1, -1, world.now());
        askPeer();
    }

    /** It holds a volume that was copied from elsewhere. */
    void rebuilt(long upTo) {
        lost = false;
        last = upTo;
    }

    @Override
    protected void onCrash() {}

    @Override
    protected void onRestart() {
        gossip.ensure(0);
    }

    // ---- messages

    /** A writer's records, from one place to another. */
    static final class Append extends Message<StorageCopy> {
        private final LogWriter writer;
        private final Epochs epochs;
        private final long from;
        private final long upTo;
        private final int round;

        Append(LogWriter writer, Epochs epochs, long from, long upTo, int round) {
            this.writer = writer;
            this.epochs = epochs;
            this.from = from;
            this.upTo = upTo;
            this.round = round;
        }

        @Override
        protected void deliver() {
            to.onAppend(this);
        }

        @Override
        protected boolean needsDisk() {
            return true;
        }

        @Override
        protected long identity() {
            return Randomness.key(epochs.epoch(), upTo * 64 + round);
        }

        @Override
        protected int kind() {
            return Kinds.APPEND;
        }
    }

    /** A copy holds everything up to a place as the writer of an epoch wrote it; it obeys the epoch it granted. */
    static final class Appended extends Message<Node> {
        private final LogWriter writer;
        private final StorageCopy copy;
        private final long granted;
        private final long epoch;
        private final long last;
        private final long about;

        Appended(LogWriter writer, StorageCopy copy, long granted, long epoch, long last, long about) {
            this.granted = granted;
            this.writer = writer;
            this.copy = copy;
            this.epoch = epoch;
            this.last = last;
            this.about = about;
        }

        @Override
        protected void deliver() {
            writer.onAppended(copy.number, granted, epoch, last);
        }

        @Override
        protected long identity() {
            return Randomness.key(granted, about);
        }

        @Override
        protected int kind() {
            return Kinds.APPENDED;
        }
    }

    /** An instance wants to be the writer under an epoch. */
    static final class Claim extends Message<StorageCopy> {
        private final LogWriter by;
        private final long epoch;
        private final int round;

        Claim(LogWriter by, long epoch, int round) {
            this.by = by;
            this.epoch = epoch;
            this.round = round;
        }

        @Override
        protected void deliver() {
            to.onClaim(this);
        }

        @Override
        protected boolean needsDisk() {
            return true;
        }

        @Override
        protected long identity() {
            return Randomness.key(epoch, round);
        }

        @Override
        protected int kind() {
            return Kinds.CLAIM;
        }
    }

    /** A copy grants an epoch and says what it holds, or names the higher epoch that it obeys. */
    static final class Claimed extends Message<Node> {
        private final LogWriter by;
        final StorageCopy copy;
        final long claimed;
        final boolean granted;
        final long highest;
        final Epochs epochs;
        final long last;

        Claimed(LogWriter by, StorageCopy copy, long claimed, boolean granted, long highest, Epochs epochs, long last) {
            this.by = by;
            this.copy = copy;
            this.claimed = claimed;
            this.granted = granted;
            this.highest = highest;
            this.epochs = epochs;
            this.last = last;
        }

        int number() {
            return copy.number;
        }

        @Override
        protected void deliver() {
            by.onClaimed(this);
        }

        @Override
        protected long identity() {
            return Randomness.key(claimed, highest);
        }

        @Override
        protected int kind() {
            return Kinds.CLAIMED;
        }
    }

    /** A copy asks another for what it lacks. */
    private static final class Fill extends Message<StorageCopy> {
        private final StorageCopy by;
        private final long last;

        Fill(StorageCopy by, long last) {
            this.by = by;
            this.last = last;
        }

        @Override
        protected void deliver() {
            to.onFill(this);
        }

        @Override
        protected long identity() {
            return last;
        }

        @Override
        protected int kind() {
            return Kinds.FILL;
        }
    }

    /** A copy hands over what it holds. */
    private static final class Filled extends Message<StorageCopy> {
        private final Epochs epochs;
        private final LogWriter writer;
        private final long last;

        Filled(Epochs epochs, LogWriter writer, long last) {
            this.epochs = epochs;
            this.writer = writer;
            this.last = last;
        }

        @Override
        protected void deliver() {
            to.onFilled(this);
        }

        @Override
        protected boolean needsDisk() {
            return true;
        }

        @Override
        protected long identity() {
            return Randomness.key(epochs.epoch(), last);
        }

        @Override
        protected int kind() {
            return Kinds.FILLED;
        }
    }
}
