package dsqlsim.routing;

import dsqlsim.kernel.Event;
import dsqlsim.world.Message;
import dsqlsim.world.Node;
import dsqlsim.world.World;
import java.util.Arrays;

/**
 * The name servers, everywhere at once and outside of every place. They call an endpoint unhealthy when too small a share of the
 * checkers they still hear of says healthy, and what they call it is answered to clients a little later.
 */
final class NameServers extends Node {
    static final String ROLE = "name-server";

    private final Route53 service;
    private final boolean[][] says;
    private final long[][] heardAt;
    private final boolean[] healthy;
    private final boolean[] answered;
    private long publications;

    NameServers(World world, Route53 service, int region, int checkers) {
        super(world, ROLE, ROLE, region, -1, -1);
        this.service = service;
        int endpoints = service.endpoints();
        this.says = new boolean[endpoints][checkers];
        this.heardAt = new long[endpoints][checkers];
        this.healthy = new boolean[endpoints];
        this.answered = new boolean[endpoints];
        for (int endpoint = 0; endpoint < endpoints; endpoint++) {
            healthy[endpoint] = true;
            answered[endpoint] = true;
            Arrays.fill(says[endpoint], true);
        }
    }

    @Override
    public boolean outside() {
        return true;
    }

    @Override
    protected void onCrash() {}

    @Override
    protected void onRestart() {}

    /** Whether clients are told that an endpoint is healthy. */
    boolean answers(int endpoint) {
        return answered[endpoint];
    }

    private void heard(Report report) {
        int endpoint = report.endpoint;
        says[endpoint][report.checker] = report.healthy;
        heardAt[endpoint][report.checker] = world.now();
        boolean now = calledHealthy(endpoint);
        if (now != healthy[endpoint]) {
            healthy[endpoint] = now;
            service.note(now ? "endpoint-healthy" : "endpoint-unhealthy", endpoint);
            world.simulation().after(service.propagation(publications++), new Published(endpoint));
        }
    }

    private boolean calledHealthy(int endpoint) {
        int counted = 0;
        int healthySays = 0;
        for (int checker = 0; checker < says[endpoint].length; checker++) {
            if (world.now() - heardAt[endpoint][checker] <= service.reportsAreGoodFor()) {
                counted++;
                healthySays += says[endpoint][checker] ? 1 : 0;
            }
        }
        return healthySays > service.healthyShare() * counted;
    }

    /** Brings what is answered up to what is known, unless a fault keeps old answers. */
    void publish(int endpoint) {
        if (!service.stale(endpoint) && answered[endpoint] != healthy[endpoint]) {
            answered[endpoint] = healthy[endpoint];
            if (!anyAnswered()) {
                world.observer()
                        .noted("fail-open", "all endpoints", "none is healthy, so all are answered", world.now());
            }
        }
    }

    private boolean anyAnswered() {
        for (int endpoint = 0; endpoint < answered.length; endpoint++) {
            if (answered[endpoint] && service.checks(endpoint)) {
                return true;
            }
        }
        return false;
    }

    /** A change has reached every server. */
    private final class Published extends Event {
        private final int endpoint;

        Published(int endpoint) {
            this.endpoint = endpoint;
        }

        @Override
        protected void fire() {
            publish(endpoint);
        }

        @Override
        protected int kind() {
            return Kinds.PUBLISHED;
        }

        @Override
        protected int node() {
            return id;
        }
    }

    /** What a checker thinks of an endpoint. */
    static final class Report extends Message<NameServers> {
        private final int checker;
        private final int endpoint;
        private final boolean healthy;
        private final long number;

        Report(int checker, int endpoint, boolean healthy, long number) {
            this.checker = checker;
            this.endpoint = endpoint;
            this.healthy = healthy;
            this.number = number;
        }

        @Override
        protected void deliver() {
            to.heard(this);
        }

        @Override
        protected long identity() {
            return (number << 8) + endpoint;
        }

        @Override
        protected int kind() {
            return Kinds.REPORT;
        }
    }
}
