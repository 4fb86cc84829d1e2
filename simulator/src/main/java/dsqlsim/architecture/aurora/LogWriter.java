package dsqlsim.architecture.aurora;

import dsqlsim.engine.Redo;
import dsqlsim.world.Node;
import dsqlsim.world.Timer;
import dsqlsim.world.World;
import java.util.Arrays;

/**
 * Writes a volume's log: a record is durable when four of the six copies hold it and all before it, under this writer's epoch. Before it
 * writes, a writer claims an epoch: with four copies' grants no earlier writer can make anything durable any more, and among
 * them is one that holds every record that ever was.
 */
final class LogWriter {
    /** Who writes, and what it is told. */
    interface Owner {
        /** A record is durable; each is told once, in order. */
        void durable(Redo redo);

        /** The volume is its own: the log goes on behind {@code adopted}. */
        void opened(Epochs epochs, long adopted);

        /** A writer of a higher epoch has taken the volume over. */
        void fenced(long epoch);
    }

    private static final long CLAIM_AGAIN = 500_000_000L;

    private final World world;
    private final AuroraConfig config;
    private final Volume volume;
    private final Node node;
    private final Owner owner;
    /** How long records are gathered before they are sent together; 0: not at all. */
    private final long gather;

    private final Timer resend;
    private final Timer claimAgain;
    private final Timer flush;
    private final long[] acknowledged = new long[AuroraConfig.COPIES];
    private final StorageCopy.Claimed[] grants = new StorageCopy.Claimed[AuroraConfig.COPIES];
    private Epochs epochs;
    private long claimed;
    private int round;
    private long sent;
    private long last;
    private long durable;
    /** Whether what was adopted is still being brought to four copies. */
    private boolean opening;

    LogWriter(World world, AuroraConfig config, Volume volume, Node node, Owner owner, long gather) {
        this.world = world;
        this.config = config;
        this.volume = volume;
        this.node = node;
        this.owner = owner;
        this.gather = gather;
        resend = new Timer(node, Kinds.TIMER, this::resend);
        claimAgain = new Timer(node, Kinds.TIMER, this::sendClaims);
        flush = new Timer(node, Kinds.TIMER, this::flush);
    }

    Node node() {
        return node;
    }

    Epochs epochs() {
        return epochs;
    }

    /** Forgets everything, as in a crash or when it has been fenced. */
    void stop() {
        epochs = null;
        claimed = 0;
        opening = false;
        resend.cancel();
        claimAgain.cancel();
        flush.cancel();
    }

    // ---- taking over

    /** Asks the copies for an epoch, until four have granted it. */
    void claim(long epoch) {
        stop();
        claimed = epoch;
        round = 0;
        Arrays.fill(grants, null);
        sendClaims();
    }

    private void sendClaims() {
        if (claimed == 0) {
            return; // It slept past the end of its claim.
        }
        round++;
        for (int i = 0; i < grants.length; i++) {
            if (grants[i] == null) {
                world.send(node, volume.copies[i], new StorageCopy.Claim(this, claimed, round));
            }
        }
        claimAgain.set(CLAIM_AGAIN);
    }

    void onClaimed(StorageCopy.Claimed m) {
        if (m.claimed != claimed || epochs != null) {
            return;
        }
        if (!m.granted) {
            long higher = m.highest;
            stop();
            owner.fenced(higher);
            return;
        }
        grants[m.number()] = m;
        int count = 0;
        StorageCopy.Claimed best = null;
        for (StorageCopy.Claimed each : grants) {
            count += each == null ? 0 : 1;
            best = better(each, best) ? each : best;
        }
        if (count >= AuroraConfig.WRITE_QUORUM) {
            claimAgain.cancel();
            begin(new Epochs(claimed, best.last, best.epochs), best.last);
            opening = true;
            flush();
        }
    }

    private static boolean better(StorageCopy.Claimed one, StorageCopy.Claimed other) {
        return one != null
                && (other == null
                        || one.epochs.epoch() > other.epochs.epoch()
                        || one.epochs.epoch() == other.epochs.epoch() && one.last > other.last);
    }

    /** Goes on behind a place that all copies have, under an epoch that nobody else has. */
    void begin(Epochs mine, long behind) {
        epochs = mine;
        sent = behind;
        last = behind;
        durable = behind;
        opening = false;
        Arrays.fill(acknowledged, 0);
    }

    // ---- writing

    /** Writes a record; {@link Owner#durable} follows. */
    void append(Redo redo) {
        volume.log.put(redo, epochs.epoch());
        last = redo.lsn;
        if (gather == 0) {
            flush();
        } else {
            flush.ensure(gather);
        }
    }

    private void flush() {
        if (epochs == null) {
            return; // It slept, and has been stopped since.
        }
        for (StorageCopy copy : volume.copies) {
            world.send(node, copy, new StorageCopy.Append(this, epochs, sent + 1, last, 0));
        }
        sent = last;
        resend.ensure(config.storageResend);
    }

    private void resend() {
        if (epochs != null && (opening || durable < sent)) {
            round++;
            for (int i = 0; i < acknowledged.length; i++) {
                if (opening || acknowledged[i] < sent) {
                    long from = opening ? sent + 1 : Math.max(durable, acknowledged[i]) + 1;
                    world.send(node, volume.copies[i], new StorageCopy.Append(this, epochs, from, sent, round));
                }
            }
            resend.set(config.storageResend);
        }
    }

    void onAppended(int copy, long granted, long under, long upTo) {
        if (epochs == null) {
            return;
        }
        if (granted > epochs.epoch()) {
            stop();
            owner.fenced(granted);
        } else if (under == epochs.epoch() && upTo > acknowledged[copy]) {
            acknowledged[copy] = upTo;
            long reached = Math.min(sent, quorum());
            if (opening && reached >= sent) {
                opening = false;
                owner.opened(epochs, sent);
            }
            while (durable < reached && epochs != null) {
                owner.durable(volume.log.get(++durable));
            }
        }
    }

    /** The place that four copies have reached. */
    private long quorum() {
        long best = 0;
        for (long candidate : acknowledged) {
            int count = 0;
            for (long each : acknowledged) {
                count += each >= candidate ? 1 : 0;
            }
            best = count >= AuroraConfig.WRITE_QUORUM ? Math.max(best, candidate) : best;
        }
        return best;
    }
}
