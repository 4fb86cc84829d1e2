package dsqlsim.validate;

import java.util.Map;

/**
 * Reads of r of n replicas after versions were written to w of them each, chosen at random and never brought up to date by anybody else:
 * how likely is one of the k newest versions read?
 */
final class QuorumReads implements Bench {
    @Override
    public Map<String, Double> measure(Parameters with, long seed, int n) {
        int replicas = with.count("n");
        int reads = with.count("r");
        int writes = with.count("w");
        int versions = with.count("k");
        Stream draws = new Stream(seed, "quorums");
        int fresh = 0;
        for (int i = 0; i < n; i++) {
            int holding = 0;
            for (int version = 0; version < versions; version++) {
                holding |= choose(draws, replicas, writes);
            }
            fresh += (choose(draws, replicas, reads) & holding) != 0 ? 1 : 0;
        }
        double missing = Quorum.choose(replicas - writes, reads) / Quorum.choose(replicas, reads);
        return Map.of("fresh", (double) fresh / n, "closed-form", 1 - StrictMath.pow(missing, versions));
    }

    /** So many of all, one bit each. */
    private static int choose(Stream draws, int of, int count) {
        int set = 0;
        while (Integer.bitCount(set) < count) {
            set |= 1 << draws.below(of);
        }
        return set;
    }
}
