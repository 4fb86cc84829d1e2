package dsqlsim.ledger;

import static dsqlsim.ledger.Entry.entry;

import java.util.List;

/** A cache in front of the database. */
final class CacheEntries {
    private static final String ELASTICACHE = "ElastiCache user guide, Global Datastore";

    private CacheEntries() {}

    static List<Assumption> all() {
        return List.of(
                entry("cache.ttl", Kind.DURATION)
                        .words("never")
                        .aws("5m")
                        .sweep("1s", "3600s")
                        .note("how long an entry lives after it was stored")
                        .inferred(Sources.PROPOSAL),
                entry("cache.read-time", Kind.DISTRIBUTION)
                        .aws("0.1ms")
                        .ideal("0ms")
                        .sweep("50us", "1ms")
                        .note("of a node, for all rows of a transaction")
                        .inferred(Sources.PROPOSAL),
                entry("cache.timeout", Kind.DURATION)
                        .aws("50ms")
                        .sweep("5ms", "1s")
                        .note("then an application asks the database instead")
                        .inferred(Sources.PROPOSAL),
                entry("cache.replication-lag", Kind.DISTRIBUTION)
                        .aws("lognormal(p50 200ms, p99 900ms)")
                        .ideal("0ms")
                        .sweep("50ms", "5s")
                        .note("from the primary region to a secondary, beside the way")
                        .documented(ELASTICACHE + ": typically under 1 s"),
                entry("cache.failover-time", Kind.DISTRIBUTION)
                        .aws("uniform(3s, 6s)")
                        .ideal("0ms")
                        .sweep("1s", "30s")
                        .note("until a replica in the region takes the place of a lost node")
                        .documented("ElastiCache user guide, Multi-AZ: a few seconds"),
                entry("cache.promotion-time", Kind.DISTRIBUTION)
                        .aws("60s")
                        .ideal("0ms")
                        .sweep("30s", "300s")
                        .note("from the operator's action to a secondary that takes writes")
                        .documented("AWS disaster recovery workshop: about a minute"));
    }
}
