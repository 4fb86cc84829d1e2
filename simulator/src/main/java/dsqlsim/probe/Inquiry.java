package dsqlsim.probe;

import dsqlsim.world.Message;
import dsqlsim.world.Node;
import dsqlsim.world.Timer;
import dsqlsim.world.World;

/**
 * One probe under way. The respondent takes it on as soon as it hears of it, as a server accepts a connection, and answers when it
 * knows; either may take so long that the probe has failed.
 */
public final class Inquiry {
    /** Told how a probe ended. */
    public interface Verdict {
        void found(boolean healthy);
    }

    private final World world;
    private final Node asker;
    private final Respondent to;
    private final Probe probe;
    private final long number;
    private final long answerWithin;
    private final Verdict verdict;
    private final Timer patience;
    private boolean open = true;

    /** {@code number} tells this inquiry from the asker's others. */
    private Inquiry(
            World world, Node asker, Respondent to, Probe probe, long number, long answerWithin, Verdict verdict) {
        this.world = world;
        this.asker = asker;
        this.to = to;
        this.probe = probe;
        this.number = number;
        this.answerWithin = answerWithin;
        this.verdict = verdict;
        this.patience = new Timer(asker, Kinds.PATIENCE, () -> close(false));
    }

    /** How long an asker waits, in nanoseconds: until it is taken on, and from then until it is answered. */
    public record Patience(long takenOnNanos, long answeredNanos) {}

    /** Asks now. The verdict is told once, unless the asker crashes before. */
    public static void ask(
            World world, Node asker, Respondent to, Probe probe, long number, Patience patience, Verdict verdict) {
        Inquiry inquiry = new Inquiry(world, asker, to, probe, number, patience.answeredNanos(), verdict);
        inquiry.patience.set(patience.takenOnNanos());
        world.send(asker, to, new Ask(inquiry));
    }

    Probe probe() {
        return probe;
    }

    /** Unique among the inquiries of all askers, as far as draws are concerned. */
    long identity() {
        return ((long) asker.id << 40) + number;
    }

    long answerWithin() {
        return answerWithin;
    }

    void answer(boolean healthy) {
        world.send(to, asker, new Answer(this, healthy));
    }

    private void takenOn() {
        if (open) {
            patience.set(answerWithin);
        }
    }

    private void close(boolean healthy) {
        if (open) {
            open = false;
            patience.cancel();
            verdict.found(healthy);
        }
    }

    /** Something that is said of an inquiry, once. */
    private abstract static class Word<N extends Node> extends Message<N> {
        final Inquiry inquiry;
        private final int kind;

        Word(Inquiry inquiry, int kind) {
            this.inquiry = inquiry;
            this.kind = kind;
        }

        @Override
        protected long identity() {
            return inquiry.number;
        }

        @Override
        protected final int kind() {
            return kind;
        }
    }

    /** The question. */
    private static final class Ask extends Word<Respondent> {
        Ask(Inquiry inquiry) {
            super(inquiry, Kinds.ASK);
        }

        @Override
        protected void deliver() {
            inquiry.world.send(to, inquiry.asker, new TakenOn(inquiry));
            to.asked(inquiry);
        }
    }

    /** Somebody is there. */
    private static final class TakenOn extends Word<Node> {
        TakenOn(Inquiry inquiry) {
            super(inquiry, Kinds.TAKEN_ON);
        }

        @Override
        protected void deliver() {
            inquiry.takenOn();
        }
    }

    /** What the respondent found. */
    private static final class Answer extends Word<Node> {
        private final boolean healthy;

        Answer(Inquiry inquiry, boolean healthy) {
            super(inquiry, Kinds.ANSWER);
            this.healthy = healthy;
        }

        @Override
        protected void deliver() {
            inquiry.close(healthy);
        }

        /** It takes the way back, as {@link TakenOn} does before it. */
        @Override
        protected long identity() {
            return ~inquiry.number;
        }
    }
}
