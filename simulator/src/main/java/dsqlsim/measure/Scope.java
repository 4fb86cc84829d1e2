package dsqlsim.measure;

/**
 * Whose numbers: one workload's, those of a region of origin, or everybody's.
 *
 * @param workload index, or -1
 * @param region index, or -1; only where {@code workload} is -1
 */
record Scope(int workload, int region) {
    static final int EVERYWHERE = -1;
    static final Scope ALL = new Scope(-1, EVERYWHERE);

    static Scope workload(int workload) {
        return new Scope(workload, EVERYWHERE);
    }

    static Scope region(int region) {
        return new Scope(-1, region);
    }

    /** Whether a workload, by index and region, belongs to it. */
    boolean contains(int index, int regionOfIndex) {
        return workload >= 0 ? workload == index : region == EVERYWHERE || region == regionOfIndex;
    }
}
