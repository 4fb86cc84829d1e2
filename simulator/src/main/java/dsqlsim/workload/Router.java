package dsqlsim.workload;

/**
 * Which regional endpoint new connections go to. Failures in a row move it along the list; away from home, one connection
 * now and then tries home again, and home is back when an attempt over it was answered. By DNS the same decisions stand in
 * for health checks, and clients hear of them when their old answer has expired.
 */
final class Router {
    private final int[] endpoints;
    private final RoutingSpec spec;
    private int decided;
    private int failures;
    private long tryHomeAt;
    private int answer;
    private long answerUntil;

    /** {@code endpoints} are indices of regions, home first. */
    Router(int[] endpoints, RoutingSpec spec) {
        this.endpoints = endpoints;
        this.spec = spec;
    }

    int home() {
        return endpoints[0];
    }

    /** The endpoint for a connection that is opened or used now. */
    int endpoint(long now) {
        if (spec.by() == RoutingSpec.By.CLIENT) {
            return endpoints[decided];
        }
        if (now >= answerUntil) {
            answer = decided;
            answerUntil = now + spec.dnsTtlNanos();
        }
        return endpoints[answer];
    }

    /** An attempt over an endpoint was answered; {@code trial} over a connection that was to try home. */
    void served(int endpoint, boolean trial) {
        if (trial) {
            decided = 0;
        }
        if (trial || endpoint == endpoints[decided]) {
            failures = 0;
        }
    }

    /** An endpoint did not serve: a connection did not come about, or an attempt got no answer or "unavailable". */
    void failed(int endpoint, long now) {
        if (endpoint != endpoints[decided] || endpoints.length == 1 || ++failures < spec.failures()) {
            return;
        }
        failures = 0;
        decided = (decided + 1) % endpoints.length;
        tryHomeAt = now + spec.retryHomeAfterNanos();
    }

    /** Whether it is time to try home again; if so, the next time is one interval on. */
    boolean triesHome(long now) {
        if (decided == 0 || now < tryHomeAt) {
            return false;
        }
        tryHomeAt = now + spec.retryHomeAfterNanos();
        return true;
    }
}
