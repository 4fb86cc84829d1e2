package dsqlsim.routing;

import dsqlsim.kernel.Randomness;
import dsqlsim.probe.Inquiry;
import dsqlsim.world.Node;
import dsqlsim.world.Timer;
import dsqlsim.world.World;

/**
 * One of the checkers that probe every endpoint, each at its own instants: nobody coordinates them. It changes its mind about an
 * endpoint after so many probes in a row that say otherwise, and reports what it thinks after each.
 */
final class HealthChecker extends Node {
    static final String ROLE = "health-checker";

    private final Route53 service;
    private final int number;
    private final Opinion[] opinions;

    HealthChecker(World world, Route53 service, int number, int region) {
        super(world, ROLE, ROLE + "-" + number + "." + world.geography().regionName(region), region, -1, -1);
        this.service = service;
        this.number = number;
        this.opinions = new Opinion[service.endpoints()];
        for (int endpoint = 0; endpoint < opinions.length; endpoint++) {
            opinions[endpoint] = new Opinion(endpoint);
        }
    }

    void begin() {
        for (Opinion each : opinions) {
            if (service.checks(each.endpoint)) {
                each.begin();
            }
        }
    }

    @Override
    protected void onCrash() {
        for (Opinion each : opinions) {
            each.known = false;
        }
    }

    @Override
    protected void onRestart() {
        begin();
    }

    /** What it thinks of an endpoint. */
    private final class Opinion {
        private final int endpoint;
        private final Timer due = new Timer(HealthChecker.this, Kinds.PROBE_DUE, this::probe);
        private boolean healthy = true;
        /** After a restart the first probe decides. */
        private boolean known = true;

        private int otherwise;
        private long probes;

        Opinion(int endpoint) {
            this.endpoint = endpoint;
        }

        void begin() {
            long key = Randomness.key(Randomness.key(randomKey, endpoint), incarnation());
            due.set((long) (Randomness.uniform(key) * service.intervalNanos()));
        }

        private void probe() {
            due.set(service.intervalNanos());
            if (!service.suspended(endpoint)) {
                Inquiry.ask(
                        world,
                        HealthChecker.this,
                        service.page(endpoint),
                        service.probe(),
                        probes++ * opinions.length + endpoint,
                        service.patience(),
                        this::probed);
            }
        }

        private void probed(boolean found) {
            otherwise = found == healthy ? 0 : otherwise + 1;
            if (!known || otherwise >= service.threshold()) {
                known = true;
                healthy = found;
                otherwise = 0;
            }
            world.send(
                    HealthChecker.this,
                    service.nameServers(),
                    new NameServers.Report(number, endpoint, healthy, probes));
        }
    }
}
