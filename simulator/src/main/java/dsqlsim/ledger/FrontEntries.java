package dsqlsim.ledger;

import static dsqlsim.ledger.Entry.choice;
import static dsqlsim.ledger.Entry.entry;

import java.util.List;

/** The session router, the query processors and the documented limits: what a client meets first. */
final class FrontEntries {
    private FrontEntries() {}

    static List<Assumption> all() {
        return List.of(
                entry("router.connect-time", Kind.DISTRIBUTION)
                        .aws("lognormal(p50 15.5ms, p99 120ms)")
                        .ideal("0ms")
                        .sweep("5ms", "lognormal(p50 50ms, p99 500ms)")
                        .measured(Sources.SEOUL),
                entry("router.connect-rate", Kind.RATE)
                        .words("unlimited")
                        .aws("100/s")
                        .ideal("unlimited")
                        .sweep("10/s", "1000/s")
                        .note("new connections per second, refilling the burst")
                        .documented(Sources.QUOTAS),
                entry("router.connect-burst", Kind.NUMBER)
                        .words("unlimited")
                        .aws("1000")
                        .ideal("unlimited")
                        .sweep("100", "10000")
                        .documented(Sources.QUOTAS),
                entry("router.max-connections", Kind.NUMBER)
                        .words("unlimited")
                        .aws("10000")
                        .ideal("unlimited")
                        .sweep("100", "10000")
                        .documented(Sources.QUOTAS),
                entry("router.connection-max-age", Kind.DURATION)
                        .words("never")
                        .aws("60m")
                        .ideal("never")
                        .sweep("1m", "60m")
                        .note("a running transaction may still end")
                        .documented(Sources.QUOTAS),
                choice("query-processor.binding", "connection", "transaction")
                        .note("what a query processor is lent to; the talk says connection, the paper says transaction")
                        .engineer(Sources.TALK),
                entry("query-processor.hosts", Kind.NUMBER)
                        .aws("4")
                        .sweep("1", "32")
                        .note(
                                "hosts of query processors in each zone; a crash of one breaks its share of the connections")
                        .inferred(Sources.PROPOSAL),
                entry("query-processor.statement-time", Kind.DISTRIBUTION)
                        .aws("0.4ms")
                        .ideal("0ms")
                        .sweep("0.1ms", "1ms")
                        .note("own work per statement")
                        .calibrated(Sources.SELECT + ", read-only COMMIT p99 of 1.4 / 1.1 / 1.1 ms"),
                entry("query-processor.write-time", Kind.DISTRIBUTION)
                        .aws("0.8ms")
                        .ideal("0ms")
                        .sweep("0ms", "2ms")
                        .note("beside it, for a statement that writes: UPDATE less SELECT in the published figures")
                        .calibrated("UPDATE p99 of 3.4 / 2.9 / 2.3 ms"),
                entry("query-processor.capacity", Kind.NUMBER)
                        .words("unlimited")
                        .aws("unlimited")
                        .sweep("16", "1024")
                        .note(
                                "statements that one zone's pool works on at once; the service adds query processors on demand")
                        .engineer(Sources.TALK),
                entry("query-processor.read-timeout", Kind.DURATION)
                        .words("never")
                        .aws("10ms")
                        .ideal("never")
                        .sweep("2ms", "100ms")
                        .note("then the same read goes to another replica as well")
                        .inferred(Sources.PROPOSAL),
                entry("query-processor.read-give-up", Kind.DURATION)
                        .words("never")
                        .aws("5s")
                        .ideal("never")
                        .sweep("1s", "30s")
                        .note("then the statement fails as unavailable")
                        .inferred(Sources.PROPOSAL),
                entry("query-processor.commit-timeout", Kind.DURATION)
                        .aws("100ms", "300ms")
                        .ideal("100ms")
                        .sweep("20ms", "1s")
                        .note("then the commit is sent again under the same id")
                        .inferred(Sources.PROPOSAL),
                entry("query-processor.commit-retry-for", Kind.DURATION)
                        .words("never")
                        .aws("10s")
                        .ideal("never")
                        .sweep("1s", "60s")
                        .note("then the outcome is unknown (XX000); never: it never ends")
                        .inferred("unpublished; outlasts an eviction"),
                entry("query-processor.busy-wait", Kind.DURATION)
                        .aws("1ms")
                        .sweep("0.1ms", "10ms")
                        .note("before a commit that met another's promise is sent again")
                        .inferred(Sources.PROPOSAL),
                entry("limits.rows", Kind.NUMBER)
                        .words("unlimited")
                        .aws("3000")
                        .ideal("unlimited")
                        .sweep("100", "10000")
                        .note("rows changed by one transaction")
                        .documented(Sources.QUOTAS),
                entry("limits.bytes", Kind.SIZE)
                        .words("unlimited")
                        .aws("10MiB")
                        .ideal("unlimited")
                        .sweep("1MiB", "100MiB")
                        .note("changed by one transaction")
                        .documented(Sources.QUOTAS),
                entry("limits.row-size", Kind.SIZE)
                        .aws("1KiB")
                        .sweep("100B", "64KiB")
                        .note("a changed row with its index entries, for the limit of bytes")
                        .inferred(Sources.PROPOSAL),
                entry("limits.transaction-age", Kind.DURATION)
                        .words("unlimited")
                        .aws("300s")
                        .ideal("unlimited")
                        .sweep("30s", "1800s")
                        .documented(Sources.QUOTAS));
    }
}
