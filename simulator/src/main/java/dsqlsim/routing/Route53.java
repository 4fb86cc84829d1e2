package dsqlsim.routing;

import dsqlsim.kernel.Distribution;
import dsqlsim.kernel.Randomness;
import dsqlsim.ledger.Settings;
import dsqlsim.probe.Inquiry;
import dsqlsim.probe.Probe;
import dsqlsim.probe.Respondent;
import dsqlsim.world.World;
import java.util.Arrays;

/**
 * Names for regional endpoints that follow their health. Checkers stand in all regions of the scenario, in turn; name servers count
 * what they say. A record is a list of endpoints in the order of preference: the answer is the first that is healthy, and when
 * none is, all are taken to be.
 */
public final class Route53 {
    /** Probes in a row that a checker may miss before name servers stop counting on it. */
    private static final int MISSED_MAX = 3;

    private final World world;
    private final Respondent[] pages;
    private final boolean[] checked;
    private final long interval;
    private final int threshold;
    private final double healthyShare;
    private final Probe probe;
    private final Inquiry.Patience patience;
    private final Distribution propagation;
    private final long propagationKey;
    private final NameServers servers;
    private final HealthChecker[] checkers;
    private final int[] suspended;
    private final int[] stale;
    private final boolean[] takenOut;

    /**
     * Adds checkers and name servers to a world.
     *
     * @param pages by index of region, what the checkers ask
     * @param checked the regions that some record names
     */
    public Route53(World world, Settings settings, Respondent[] pages, boolean[] checked) {
        this.world = world;
        this.pages = pages.clone();
        this.checked = checked.clone();
        this.interval = settings.nanos("route53.interval");
        this.threshold = (int) settings.number("route53.failure-threshold");
        this.healthyShare = settings.number("route53.healthy-share");
        this.probe = Probe.of(settings.text("route53.probe"));
        this.patience = new Inquiry.Patience(
                settings.nanos("route53.connect-timeout"), settings.nanos("route53.response-timeout"));
        this.propagation = settings.distribution("route53.propagation");
        this.propagationKey = Randomness.key(world.seed(), "route53.propagation");
        this.suspended = new int[pages.length];
        this.stale = new int[pages.length];
        this.takenOut = new boolean[pages.length];
        int count = (int) settings.number("route53.checkers");
        int regions = world.geography().regions().size();
        this.servers = new NameServers(world, this, regions - 1, count);
        this.checkers = new HealthChecker[count];
        for (int i = 0; i < count; i++) {
            checkers[i] = new HealthChecker(world, this, i, i % regions);
        }
    }

    /** Starts the checkers. */
    public void begin() {
        for (HealthChecker each : checkers) {
            each.begin();
        }
    }

    // ---- what is answered

    /** The order of a record that prefers some endpoint and falls back to others, in that order. */
    public static int[] failover(int home, int[] others) {
        int[] order = new int[others.length + 1];
        order[0] = home;
        System.arraycopy(others, 0, order, 1, others.length);
        return order;
    }

    /** The same endpoints by latency from a region, as the table of measured pairs has it and whatever it is now. */
    public int[] byLatency(int from, int[] endpoints) {
        return Arrays.stream(endpoints)
                .boxed()
                .sorted((a, b) -> Long.compare(distance(from, a), distance(from, b)))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private long distance(int from, int to) {
        return from == to ? 0 : 1 + world.nominalDelay(pages[from], pages[to]);
    }

    /** What a record's name is answered with now. */
    public int answer(int[] record) {
        for (int endpoint : record) {
            if (servers.answers(endpoint) && !takenOut[endpoint]) {
                return endpoint;
            }
        }
        return record[0];
    }

    /** An operator takes an endpoint out of all records, healthy or not, or puts it back. */
    public void takeOut(int endpoint, boolean out) {
        takenOut[endpoint] = out;
        note(out ? "endpoint-taken-out" : "endpoint-put-back", endpoint);
    }

    // ---- faults

    /** Answers about some endpoints stay as they are, until what is returned is run. */
    public Runnable keepAnswers(boolean[] endpoints) {
        add(stale, endpoints, 1);
        return () -> {
            add(stale, endpoints, -1);
            for (int endpoint = 0; endpoint < endpoints.length; endpoint++) {
                if (endpoints[endpoint]) {
                    servers.publish(endpoint);
                }
            }
        };
    }

    /** Nobody checks some endpoints, until what is returned is run. */
    public Runnable suspendChecks(boolean[] endpoints) {
        add(suspended, endpoints, 1);
        return () -> add(suspended, endpoints, -1);
    }

    private static void add(int[] counts, boolean[] endpoints, int change) {
        for (int endpoint = 0; endpoint < counts.length; endpoint++) {
            counts[endpoint] += endpoints[endpoint] ? change : 0;
        }
    }

    // ---- what checkers and name servers need

    int endpoints() {
        return pages.length;
    }

    boolean checks(int endpoint) {
        return checked[endpoint];
    }

    boolean suspended(int endpoint) {
        return suspended[endpoint] > 0;
    }

    boolean stale(int endpoint) {
        return stale[endpoint] > 0;
    }

    Respondent page(int endpoint) {
        return pages[endpoint];
    }

    NameServers nameServers() {
        return servers;
    }

    long intervalNanos() {
        return interval;
    }

    int threshold() {
        return threshold;
    }

    double healthyShare() {
        return healthyShare;
    }

    Probe probe() {
        return probe;
    }

    Inquiry.Patience patience() {
        return patience;
    }

    long reportsAreGoodFor() {
        return MISSED_MAX * interval;
    }

    long propagation(long index) {
        return propagation.sample(Randomness.key(propagationKey, index));
    }

    void note(String type, int endpoint) {
        world.observer().noted(type, world.geography().regionName(endpoint), null, world.now());
    }
}
