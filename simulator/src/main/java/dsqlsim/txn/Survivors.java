package dsqlsim.txn;

/** What an architecture's surviving parts can still produce: asked by the audit of acknowledged commits. */
public interface Survivors {
    /** What became of an acknowledged commit. */
    enum Found {
        /** The surviving parts hold it. */
        PRESENT,
        /** It comes back only with a part that is failed now. */
        UNAVAILABLE,
        /** Nothing that survives or may come back holds it. */
        LOST
    }

    /**
     * Looks one acknowledged commit up.
     *
     * @param attempt {@link Attempt#id}
     * @param journal where it was recorded, or -1
     * @param sequence its number there, or -1
     * @param commit its commit timestamp
     * @param plan what it wrote: the rows from {@link Plan#reads} on
     */
    Found find(long attempt, int journal, long sequence, long commit, Plan plan);

    /** Whether journals still keep this entry, so that it can be looked up later as well as now. */
    boolean retains(int journal, long sequence);
}
