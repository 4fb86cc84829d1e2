package dsqlsim.measure;

import java.util.Arrays;

/** How often a cache had what was asked of it, per phase and region of the endpoint. */
final class CacheReads {
    private final Phases phases;
    private final int regions;
    private final long[][] asked;
    private final long[][] hits;

    CacheReads(Phases phases, int regions) {
        this.phases = phases;
        this.regions = regions;
        this.asked = new long[phases.count()][regions];
        this.hits = new long[phases.count()][regions];
    }

    void counted(int region, boolean hit, long now) {
        for (int phase : phases.at(now)) {
            asked[phase][region]++;
            hits[phase][region] += hit ? 1 : 0;
        }
    }

    void clear(int phase) {
        Arrays.fill(asked[phase], 0);
        Arrays.fill(hits[phase], 0);
    }

    /** In a region, or everywhere when it is -1; null when nobody asked. */
    Double hitRatio(int region, int phase) {
        long all = 0;
        long found = 0;
        for (int each = 0; each < regions; each++) {
            if (region < 0 || region == each) {
                all += asked[phase][each];
                found += hits[phase][each];
            }
        }
        return all == 0 ? null : (Double) ((double) found / all);
    }
}
