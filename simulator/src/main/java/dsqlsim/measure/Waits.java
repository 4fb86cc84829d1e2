package dsqlsim.measure;

import java.util.Arrays;

/** Waits inside the database, per phase and, where they have one, region. */
final class Waits {
    /** The series, in the order of results. */
    enum Kind {
        READ("read-wait", true, 0),
        LOCK("lock-wait", true, 1),
        COMMIT("commit-wait", false, 2),
        QUORUM("quorum-wait", false, 3),
        REPLICATION("replication-lag", true, 4);

        final String label;
        final boolean regional;
        final int index;

        Kind(String label, boolean regional, int index) {
            this.label = label;
            this.regional = regional;
            this.index = index;
        }
    }

    private final Phases phases;
    private final int regions;
    private final Latency[][] waits;

    Waits(Phases phases, int regions) {
        this.phases = phases;
        this.regions = Math.max(1, regions);
        this.waits = new Latency[phases.count()][Kind.values().length * this.regions];
    }

    void record(Kind kind, int region, long nanos, long now) {
        for (int phase : phases.at(Math.max(0, now - nanos))) {
            latency(phase, kind, region).record(nanos);
        }
    }

    void clear(int phase) {
        Arrays.fill(waits[phase], null);
    }

    /** Of one region, or of all when it is -1. */
    Latency get(int phase, Kind kind, int region) {
        if (region >= 0) {
            return latency(phase, kind, region);
        }
        Latency sum = new Latency();
        for (int r = 0; r < regions; r++) {
            sum.add(latency(phase, kind, r));
        }
        return sum;
    }

    private Latency latency(int phase, Kind kind, int region) {
        int index = kind.index * regions + region;
        if (waits[phase][index] == null) {
            waits[phase][index] = new Latency();
        }
        return waits[phase][index];
    }
}
