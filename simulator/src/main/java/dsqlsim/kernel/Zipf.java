package dsqlsim.kernel;

/** Draws ranks from 1 on, rank r with probability proportional to 1 / r^skew: exactly, and in constant time. */
public abstract class Zipf {
    Zipf() {}

    /** Ranks 1 to {@code ranks}, with a skew of at least 0; 0 makes them all equally likely. */
    public static Zipf of(long ranks, double skew) {
        Invariant.check(ranks > 0 && skew >= 0, "Zipf's law needs ranks and a skew of at least 0");
        if (skew == 0) {
            return new Flat(ranks);
        }
        return ranks <= AliasTable.SIZE_MAX ? new Table(ranks, skew) : new RejectionInversion(ranks, skew);
    }

    /** A rank, drawn with the bits of {@code key} (already well mixed). */
    public abstract long rank(long key);

    private static final class Flat extends Zipf {
        private final long ranks;

        Flat(long ranks) {
            this.ranks = ranks;
        }

        @Override
        public long rank(long key) {
            return 1 + Randomness.below(key, ranks);
        }
    }

    private static final class Table extends Zipf {
        private final AliasTable table;

        Table(long ranks, double skew) {
            double[] weights = new double[(int) ranks];
            for (int i = 0; i < weights.length; i++) {
                weights[i] = StrictMath.pow(i + 1, -skew);
            }
            table = new AliasTable(weights);
        }

        @Override
        public long rank(long key) {
            return 1L + table.draw(key);
        }
    }
}
