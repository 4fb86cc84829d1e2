package dsqlsim.measure;

/** Availability by time of every workload, of every region of origin, and of all together. */
final class Buckets {
    private final MeasurePlan plan;
    private final OpenTransactions open;
    private final AvailabilityByTime[] workloads;
    private final AvailabilityByTime[] regions;
    private final AvailabilityByTime all;

    Buckets(MeasurePlan plan, Phases phases, OpenTransactions open) {
        this.plan = plan;
        this.open = open;
        workloads = new AvailabilityByTime[plan.workloads().size()];
        for (int w = 0; w < workloads.length; w++) {
            int workload = w;
            workloads[w] = new AvailabilityByTime(phases, () -> open.oldest(workload));
        }
        regions = new AvailabilityByTime[plan.regions().size()];
        for (int r = 0; r < regions.length; r++) {
            int region = r;
            regions[r] = new AvailabilityByTime(phases, () -> oldest(region));
        }
        all = new AvailabilityByTime(phases, () -> oldest(Scope.EVERYWHERE));
    }

    /** To be called before what happens at {@code now} changes what is open. */
    void advance(int workload, long now) {
        workloads[workload].advance(now);
        region(workload).advance(now);
        all.advance(now);
    }

    void begin(int workload, long now) {
        workloads[workload].begin(now);
        region(workload).begin(now);
        all.begin(now);
    }

    void end(int workload, long offeredAt, boolean inTime) {
        workloads[workload].end(offeredAt, inTime);
        region(workload).end(offeredAt, inTime);
        all.end(offeredAt, inTime);
    }

    void leaveOut(int workload, long offeredAt) {
        workloads[workload].leaveOut(offeredAt);
        region(workload).leaveOut(offeredAt);
        all.leaveOut(offeredAt);
    }

    void finish(long now) {
        for (AvailabilityByTime workload : workloads) {
            workload.finish(now);
        }
        for (AvailabilityByTime region : regions) {
            region.finish(now);
        }
        all.finish(now);
    }

    void clear(int phase) {
        for (AvailabilityByTime workload : workloads) {
            workload.clear(phase);
        }
        for (AvailabilityByTime region : regions) {
            region.clear(phase);
        }
        all.clear(phase);
    }

    /** The share of good buckets; null without any. */
    Double share(Scope scope, int phase) {
        if (scope.workload() >= 0) {
            return workloads[scope.workload()].share(phase);
        }
        return (scope.region() >= 0 ? regions[scope.region()] : all).share(phase);
    }

    private AvailabilityByTime region(int workload) {
        return regions[plan.workloads().get(workload).region()];
    }

    private long oldest(int region) {
        long oldest = Long.MAX_VALUE;
        for (int w = 0; w < workloads.length; w++) {
            if (region == Scope.EVERYWHERE || plan.workloads().get(w).region() == region) {
                oldest = Math.min(oldest, open.oldest(w));
            }
        }
        return oldest;
    }
}
