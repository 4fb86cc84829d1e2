package dsqlsim.architecture.dsql;

/**
 * Which regions' journal replicas count. All do, or all but one that was voted out.
 *
 * @param epoch rises with every decision
 * @param evicted index of the region that was voted out, or -1
 * @param confirmed whether the evicted region knows; until then nothing but this decision is sent to it
 */
record Membership(long epoch, int evicted, boolean confirmed) {
    static final Membership WHOLE = new Membership(0, -1, false);

    boolean counts(int region) {
        return region != evicted;
    }

    /** Whether nothing may be sent to a region but the news of its eviction. */
    boolean silentTowards(int region) {
        return region == evicted && !confirmed;
    }
}
