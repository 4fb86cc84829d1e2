package dsqlsim.workload;

import dsqlsim.kernel.Randomness;
import java.util.ArrayList;
import java.util.List;

/** Faults that move a share of a workload's draws onto the first few rows of its table; several may be active. */
final class HotKeys {
    /** Sets a fault's draws apart from the draw that it moves. */
    private static final long PURPOSE = 0x484F54;

    private record Move(long purpose, double share, int keys) {}

    private final int space;
    private final List<Move> active = new ArrayList<>();
    private long begun;

    /** For a table of so many rows. */
    HotKeys(int space) {
        this.space = space;
    }

    /** Begins a fault; what is returned ends it. */
    Runnable begin(double share, int keys) {
        Move move = new Move(PURPOSE + begun++, share, Math.min(keys, space));
        active.add(move);
        return () -> active.remove(move);
    }

    /** The rank that a draw means by now: its own, or a hot one. The draw itself is the same with and without faults. */
    int apply(int rank, long key) {
        for (int i = 0; i < active.size(); i++) {
            Move move = active.get(i);
            long bits = Randomness.key(key, move.purpose);
            if (Randomness.uniform(bits) < move.share) {
                return (int) Randomness.below(Randomness.mix(bits), move.keys);
            }
        }
        return rank;
    }
}
