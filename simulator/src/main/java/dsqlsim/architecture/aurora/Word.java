package dsqlsim.architecture.aurora;

import dsqlsim.kernel.Randomness;
import dsqlsim.world.Message;

/** What the control planes of two regions say to each other. */
final class Word extends Message<ControlPlane> {
    /** What is said. */
    enum What {
        /** Stop writes: another region is to take over. */
        CLOSE,
        /** Writes have stopped, and the log ends here. */
        MARKER,
        /** Write again: nobody takes over. */
        REOPEN,
        /** Another region writes from now on. */
        FOLLOW
    }

    final What what;
    /** The region that says it. */
    final Cluster by;

    /** A place in the log, or the number of an operator's order. */
    final long number;

    Word(What what, Cluster by, long number) {
        this.what = what;
        this.by = by;
        this.number = number;
    }

    @Override
    protected void deliver() {
        to.onWord(this);
    }

    @Override
    protected long identity() {
        return Randomness.key(number, what.ordinal());
    }

    @Override
    protected int kind() {
        return Kinds.WORD;
    }
}
