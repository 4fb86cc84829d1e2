package dsqlsim.ledger;

import static dsqlsim.ledger.Entry.choice;
import static dsqlsim.ledger.Entry.entry;

import java.util.List;

/** Active-active with asynchronous replication. */
final class LwwEntries {
    private static final String GLOBAL_TABLES = "Amazon DynamoDB developer guide, global tables (MREC)";
    private static final String ABOUT_TIME = "M. Brooker, About time (brooker.co.za)";
    private static final String USUAL = "usual for stores of this kind; a proposal";

    private LwwEntries() {}

    static List<Assumption> all() {
        return List.of(
                choice(
                                "active-active-lww.resolver",
                                "last-writer-wins",
                                "vector-clock",
                                "vector-clock-total-order",
                                "order-merge")
                        .note("which of two versions stays; order-merge: the greater quantity")
                        .documented(GLOBAL_TABLES),
                choice("active-active-lww.clock", "wall", "hybrid")
                        .note("hybrid: never below a timestamp that its writer has seen")
                        .engineer(ABOUT_TIME),
                entry("active-active-lww.lag", Kind.DISTRIBUTION)
                        .aws("lognormal(p50 300ms, p99 900ms)")
                        .ideal("0ms")
                        .sweep("50ms", "5s")
                        .note("before a durable write may leave for other regions; with the way, mostly below 1 s")
                        .documented(GLOBAL_TABLES),
                entry("active-active-lww.bandwidth", Kind.SIZE)
                        .words("unlimited")
                        .aws("16MiB")
                        .ideal("unlimited")
                        .sweep("64KiB", "256MiB")
                        .note("per second, of each replica's stream to another region; rows are of limits.row-size")
                        .inferred(Sources.PROPOSAL),
                entry("active-active-lww.apply-delay", Kind.DISTRIBUTION)
                        .aws("0ms")
                        .sweep("0ms", "exponential(500ms)")
                        .note("from arrival in another region to visible; drawn for each, so they may overtake")
                        .inferred(Sources.PROPOSAL),
                entry("active-active-lww.persist", Kind.DISTRIBUTION)
                        .aws("lognormal(p50 1ms, p99 4ms)")
                        .ideal("0ms")
                        .sweep("0.2ms", "10ms")
                        .note("an entry, or several that came together, on one replica's disk")
                        .inferred(USUAL),
                entry("active-active-lww.write-quorum", Kind.NUMBER)
                        .aws("2")
                        .ideal("1")
                        .sweep("1", "3")
                        .note("replicas of the region with the write on disk before it is acknowledged")
                        .inferred(USUAL),
                entry("active-active-lww.read-quorum", Kind.NUMBER)
                        .aws("2")
                        .ideal("1")
                        .sweep("1", "3")
                        .note("replicas of the region that a statement reads from")
                        .inferred(USUAL),
                entry("active-active-lww.read-time", Kind.DISTRIBUTION)
                        .aws("0.4ms")
                        .ideal("0ms")
                        .sweep("0.1ms", "5ms")
                        .inferred(USUAL),
                entry("active-active-lww.read-timeout", Kind.DURATION)
                        .aws("50ms")
                        .sweep("5ms", "500ms")
                        .note("then all replicas of the region are asked")
                        .inferred(USUAL),
                entry("active-active-lww.request-time", Kind.DISTRIBUTION)
                        .aws("0.3ms")
                        .ideal("0ms")
                        .sweep("0.1ms", "2ms")
                        .note("own work per request")
                        .inferred(USUAL),
                entry("active-active-lww.connect-time", Kind.DISTRIBUTION)
                        .aws("5ms")
                        .ideal("0ms")
                        .sweep("1ms", "50ms")
                        .inferred(USUAL),
                entry("active-active-lww.give-up", Kind.DURATION)
                        .aws("2s")
                        .sweep("0.5s", "10s")
                        .note("without a quorum: a statement fails, the outcome of a commit is unknown")
                        .inferred(USUAL),
                entry("active-active-lww.resend-after", Kind.DURATION)
                        .aws("1s")
                        .sweep("0.5s", "10s")
                        .note("without a confirmation")
                        .inferred(USUAL),
                entry("active-active-lww.heartbeat", Kind.DURATION)
                        .aws("500ms")
                        .sweep("100ms", "5s")
                        .note("between the replicas of a region; the endpoint leaves one out after three")
                        .inferred(USUAL),
                entry("active-active-lww.takeover-timeout", Kind.DURATION)
                        .aws("3s")
                        .sweep("1s", "60s")
                        .note("silence after which a neighbour sends a replica's writes on to other regions")
                        .inferred(USUAL),
                entry("active-active-lww.rebuild-time", Kind.DISTRIBUTION)
                        .aws("5m")
                        .sweep("10s", "1h")
                        .note("of a replica that lost its disk, from another")
                        .inferred(USUAL),
                entry("active-active-lww.decrements", Kind.SHARE)
                        .aws("50%")
                        .sweep("0%", "100%")
                        .note("of the writes that lower the quantity they read, by 1, and do not raise it")
                        .inferred("as a counter of stock; a proposal"));
    }
}
