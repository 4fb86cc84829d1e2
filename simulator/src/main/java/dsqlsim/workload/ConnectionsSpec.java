package dsqlsim.workload;

/**
 * The connection pool that the clients of a workload share.
 *
 * @param pool the most connections open at a time
 * @param maxAgeNanos after this a connection is replaced when it is next free; {@link WorkloadSpec#NONE} never
 * @param maxAgeJitter each connection's age limit is shorter by up to this share, so that they don't expire together
 * @param connectTimeoutNanos a connection that has not come by then counts as refused, and after the workload's
 *     timeout if that is shorter; {@link WorkloadSpec#NONE} never
 */
public record ConnectionsSpec(int pool, long maxAgeNanos, double maxAgeJitter, long connectTimeoutNanos) {
    /** More connections than this in one pool can't be numbered. */
    public static final int POOL_MAX = 1 << 24;

    /** As AWS's connectors advise: 55 minutes, with jitter; 10 s to connect. */
    public static final ConnectionsSpec DEFAULT =
            new ConnectionsSpec(100, 55 * 60 * 1_000_000_000L, 0.1, 10_000_000_000L);

    /** The pool of an ideal laboratory: a connection for everybody, for ever. */
    public static final ConnectionsSpec UNLIMITED =
            new ConnectionsSpec(POOL_MAX, WorkloadSpec.NONE, 0, WorkloadSpec.NONE);

    public ConnectionsSpec {
        if (pool < 1 || pool > POOL_MAX || maxAgeNanos <= 0 || connectTimeoutNanos <= 0) {
            throw new IllegalArgumentException("a pool needs 1 to " + POOL_MAX + " connections and positive times");
        }
        if (!(maxAgeJitter >= 0 && maxAgeJitter <= 1)) {
            throw new IllegalArgumentException("the jitter of an age is a share, not " + maxAgeJitter);
        }
    }
}
