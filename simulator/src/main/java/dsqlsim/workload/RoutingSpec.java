package dsqlsim.workload;

import java.util.List;

/**
 * Which regional endpoint the clients of a workload use.
 *
 * @param home the endpoint of normal times
 * @param failover where to turn, in this order, when the endpoint in use does not serve; empty: nowhere
 * @param failures ledger {@code routing.failures}: so many failures in a row make clients turn to the next endpoint
 * @param retryHomeAfterNanos ledger {@code routing.retry-home-after}: how often a client that is elsewhere tries home
 * @param reads where read-only transactions go, in designs that have readers
 * @param policy by DNS, in which order endpoints are preferred
 * @param dnsTtlNanos ledger {@code routing.dns-ttl}: by DNS, how long an answer is used before it is asked for again
 */
public record RoutingSpec(
        String home,
        List<String> failover,
        By by,
        Reads reads,
        int failures,
        long retryHomeAfterNanos,
        Policy policy,
        long dnsTtlNanos) {

    /** Who changes the endpoint. */
    public enum By {
        /** Clients do, at once. */
        CLIENT,
        /** Clients ask DNS, and go on using the old answer until its time to live is over. */
        DNS
    }

    /** Where read-only transactions go. */
    public enum Reads {
        /** Where writes go. */
        WRITER,
        /** To a reader near the endpoint, whose answer may be stale; designs without readers answer as usual. */
        READER
    }

    /** Which of the healthy endpoints a name server answers. */
    public enum Policy {
        /** The first of the list, home before the others. */
        FAILOVER,
        /** The nearest to the clients, by the table of measured latencies. */
        LATENCY
    }

    public static final int DEFAULT_FAILURES = 3;
    public static final long DEFAULT_RETRY_HOME_AFTER_NANOS = 10_000_000_000L;
    public static final long DEFAULT_DNS_TTL_NANOS = 60_000_000_000L;

    public RoutingSpec {
        failover = List.copyOf(failover);
        if (failures < 1 || retryHomeAfterNanos <= 0 || dnsTtlNanos < 0) {
            throw new IllegalArgumentException("routing needs a number of failures and times");
        }
    }

    /** One endpoint and no other. */
    public static RoutingSpec only(String home) {
        return to(home, List.of(), By.CLIENT);
    }

    /** The same with one endpoint and no other. */
    public RoutingSpec toOnly(String endpoint) {
        return new RoutingSpec(endpoint, List.of(), by, reads, failures, retryHomeAfterNanos, policy, dnsTtlNanos);
    }

    /** Endpoints with the default numbers. */
    public static RoutingSpec to(String home, List<String> failover, By by) {
        return new RoutingSpec(
                home,
                failover,
                by,
                Reads.WRITER,
                DEFAULT_FAILURES,
                DEFAULT_RETRY_HOME_AFTER_NANOS,
                Policy.FAILOVER,
                DEFAULT_DNS_TTL_NANOS);
    }
}
