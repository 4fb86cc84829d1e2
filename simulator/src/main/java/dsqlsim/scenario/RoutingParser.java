package dsqlsim.scenario;

import dsqlsim.ledger.Settings;
import dsqlsim.workload.RoutingSpec;
import dsqlsim.yaml.Cursor;
import dsqlsim.yaml.Shape;
import java.util.List;
import java.util.Locale;

/** Reads {@code routing} of a workload. */
final class RoutingParser {
    private static final int CHECKERS_MAX = 1_000;

    private final Topology topology;
    private final Settings settings;

    RoutingParser(Topology topology, Settings settings) {
        this.topology = topology;
        this.settings = settings;
    }

    /** Of a workload that says nothing: the endpoint of its own region. */
    RoutingSpec usual(String region) {
        return routing(region, List.of(), "client", "writer", "failover");
    }

    RoutingSpec parse(Cursor yaml, String region) {
        return yaml.record(fields -> {
            Cursor policy = fields.optional("policy", "by DNS: the first healthy endpoint of the list, or the nearest");
            RoutingSpec routing = routing(
                    fields.optional("home", "the endpoint of normal times").or(region, this::region),
                    fields.optional("failover", "where to turn, in this order")
                            .or(List.of(), each -> each.list(this::region)),
                    fields.optional("by", "clients turn at once, or when DNS tells them")
                            .or("client", Shape.word(List.of("client", "dns"))),
                    fields.optional("reads", "where read-only transactions go, in designs that have readers")
                            .or("writer", Shape.word(List.of("writer", "reader"))),
                    policy.or("failover", Shape.word(List.of("failover", "latency"))));
            if (routing.by() == RoutingSpec.By.DNS && settings.number("route53.checkers") > CHECKERS_MAX) {
                fields.reject("expected at most " + CHECKERS_MAX + " route53.checkers");
            }
            if (policy.present() && routing.by() == RoutingSpec.By.CLIENT) {
                policy.reject("means something only with 'by: dns'");
            }
            return routing;
        });
    }

    private RoutingSpec routing(String home, List<String> failover, String by, String reads, String policy) {
        return new RoutingSpec(
                home,
                failover,
                RoutingSpec.By.valueOf(by.toUpperCase(Locale.ROOT)),
                RoutingSpec.Reads.valueOf(reads.toUpperCase(Locale.ROOT)),
                (int) Math.max(1, settings.number("routing.failures")),
                Math.max(1, settings.nanos("routing.retry-home-after")),
                RoutingSpec.Policy.valueOf(policy.toUpperCase(Locale.ROOT)),
                settings.nanos("routing.dns-ttl"));
    }

    private String region(Cursor yaml) {
        return yaml.value(Shape.known(topology.regionNames()));
    }
}
