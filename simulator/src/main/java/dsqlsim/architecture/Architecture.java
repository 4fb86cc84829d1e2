package dsqlsim.architecture;

import dsqlsim.ledger.Settings;
import dsqlsim.world.World;

/** A database design that scenarios can be run against. */
public interface Architecture {
    /** The name in scenarios. */
    String name();

    /** How many regions it takes. */
    Span span();

    /** What it promises when it is set up like this: it is judged by nothing else. */
    Guarantees guarantees(Setup setup);

    /**
     * Adds its machines to a world and starts them. A design for one region takes the first; the world may have more, with
     * clients in all of them and a witness that the design has no use for, so that several designs can be asked the same.
     */
    Deployment deploy(World world, Setup setup);

    /** The least and the most regions that a design is deployed in, the witness apart; a design for one takes the first of several. */
    record Span(int least, int most, boolean witness) {
        public static final Span ONE = new Span(1, 1, false);
    }

    /**
     * What a design is told: constants, and how its key space is split.
     *
     * @param serializable whether what was read is checked, or locked, too
     * @param readers whether some workload sends its read-only transactions to readers
     */
    record Setup(Settings settings, int shards, int partitions, boolean serializable, boolean readers) {
        /** The shard of a row: the same for every design, so that writes spread over shards ask each of them the same. */
        public int shardOf(int row) {
            return row % shards;
        }
    }
}
