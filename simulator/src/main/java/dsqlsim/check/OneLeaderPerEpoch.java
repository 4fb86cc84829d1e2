package dsqlsim.check;

import dsqlsim.kernel.LongMap;
import java.util.EnumSet;
import java.util.Set;

/** An epoch of a shard is led by one node, ever. */
final class OneLeaderPerEpoch implements Checker {
    private static final int EPOCH_BITS = 40;

    private final Findings findings = new Findings();
    private final LongMap leaders = new LongMap();

    @Override
    public String id() {
        return "one-leader-per-epoch";
    }

    @Override
    public Set<Hears> hears() {
        return EnumSet.of(Hears.LEADERS);
    }

    @Override
    public Findings findings() {
        return findings;
    }

    @Override
    public void leads(int shard, int node, long epoch, long now) {
        findings.examined();
        long term = (long) shard << EPOCH_BITS | epoch;
        long known = leaders.get(term);
        if (known == LongMap.ABSENT) {
            leaders.put(term, node);
        } else if (known != node) {
            findings.found("two-leaders", "nodes %d and %d both led shard %d in epoch %d", known, node, shard, epoch);
        }
    }
}
