package dsqlsim.ledger;

import static dsqlsim.ledger.Entry.entry;

import java.util.List;

/** How clients find an endpoint that serves. */
final class ClientEntries {
    private ClientEntries() {}

    static List<Assumption> all() {
        return List.of(
                entry("routing.failures", Kind.NUMBER)
                        .aws("3")
                        .sweep("1", "10")
                        .note("failures in a row that make clients turn to the next endpoint")
                        .inferred(Sources.PROPOSAL),
                entry("routing.retry-home-after", Kind.DURATION)
                        .aws("10s")
                        .sweep("1s", "300s")
                        .note("how often clients that are elsewhere try their home endpoint")
                        .inferred(Sources.PROPOSAL),
                entry("routing.dns-ttl", Kind.DURATION)
                        .aws("60s")
                        .sweep("1s", "300s")
                        .note("how long a DNS answer is used")
                        .documented("Route 53 developer guide: 60 s or less with health checks"));
    }
}
