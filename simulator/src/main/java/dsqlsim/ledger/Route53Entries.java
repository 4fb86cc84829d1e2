package dsqlsim.ledger;

import static dsqlsim.ledger.Entry.choice;
import static dsqlsim.ledger.Entry.entry;

import java.util.List;

/** Health checks of regional endpoints, and how soon name servers act on them. */
final class Route53Entries {
    private Route53Entries() {}

    static List<Assumption> all() {
        return List.of(
                entry("route53.interval", Kind.DURATION)
                        .aws("10s")
                        .sweep("10s", "30s")
                        .note("between the probes of one checker: 30s as standard, 10s fast")
                        .documented(Sources.ROUTE53),
                entry("route53.failure-threshold", Kind.NUMBER)
                        .aws("3")
                        .sweep("1", "10")
                        .note("probes in a row after which a checker changes its mind")
                        .documented(Sources.ROUTE53),
                entry("route53.checkers", Kind.NUMBER)
                        .aws("16")
                        .sweep("1", "32")
                        .note(
                                "how many probe an endpoint, in turn over all regions of the topology; 0: nobody, and it counts as healthy")
                        .inferred("at 30s an endpoint sees a probe about every 2 s, " + Sources.ROUTE53),
                entry("route53.healthy-share", Kind.SHARE)
                        .aws("18%")
                        .sweep("5%", "50%")
                        .note("an endpoint is unhealthy when no larger share of the checkers calls it healthy")
                        .documented(Sources.ROUTE53),
                choice("route53.probe", "read", "connect")
                        .note("what a health page tries: a transaction that reads a row, or only a connection")
                        .inferred(Sources.PROPOSAL),
                entry("route53.connect-timeout", Kind.DURATION)
                        .aws("4s")
                        .sweep("1s", "4s")
                        .note("until a health page accepts the probe")
                        .documented(Sources.ROUTE53),
                entry("route53.response-timeout", Kind.DURATION)
                        .aws("2s")
                        .sweep("1s", "4s")
                        .note("from then until it answers")
                        .documented(Sources.ROUTE53),
                entry("route53.propagation", Kind.DISTRIBUTION)
                        .aws("uniform(0s, 1s)")
                        .ideal("0ms")
                        .sweep("0s", "60s")
                        .note("until all name servers answer by a changed health; documented is at most 60 s")
                        .inferred(Sources.PROPOSAL));
    }
}
