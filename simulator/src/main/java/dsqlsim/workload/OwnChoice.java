package dsqlsim.workload;

/**
 * Clients that choose their endpoint themselves. Failures in a row move them along the list; away from home, one connection now and
 * then tries home again, and home is back when an attempt over it was answered.
 */
final class OwnChoice implements Router {
    private final int[] endpoints;
    private final RoutingSpec spec;
    private int decided;
    private int failures;
    private long tryHomeAt;

    /** {@code endpoints} are indices of regions, home first. */
    OwnChoice(int[] endpoints, RoutingSpec spec) {
        this.endpoints = endpoints;
        this.spec = spec;
    }

    @Override
    public int home() {
        return endpoints[0];
    }

    @Override
    public int endpoint(long now) {
        return endpoints[decided];
    }

    @Override
    public void served(int endpoint, boolean trial) {
        if (trial) {
            decided = 0;
        }
        if (trial || endpoint == endpoints[decided]) {
            failures = 0;
        }
    }

    @Override
    public void failed(int endpoint, long now) {
        if (endpoint != endpoints[decided] || endpoints.length == 1 || ++failures < spec.failures()) {
            return;
        }
        failures = 0;
        decided = (decided + 1) % endpoints.length;
        tryHomeAt = now + spec.retryHomeAfterNanos();
    }

    @Override
    public boolean triesHome(long now) {
        if (decided == 0 || now < tryHomeAt) {
            return false;
        }
        tryHomeAt = now + spec.retryHomeAfterNanos();
        return true;
    }
}
