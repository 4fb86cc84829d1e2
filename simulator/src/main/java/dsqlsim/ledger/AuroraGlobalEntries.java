package dsqlsim.ledger;

import static dsqlsim.ledger.Entry.choice;
import static dsqlsim.ledger.Entry.entry;

import java.util.List;
import java.util.stream.Stream;

/** Aurora Global Database: secondary regions, fed by the storage, and what operators do with them. */
final class AuroraGlobalEntries {
    private static final String GUIDE = "Amazon Aurora user guide, global databases";
    private static final String TALK = "AWS re:Invent 2025, DAT442";

    private AuroraGlobalEntries() {}

    static List<Assumption> all() {
        return Stream.of(replication(), operators(), forwarding())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Assumption> replication() {
        return List.of(
                entry("aurora-global.lag", Kind.DISTRIBUTION)
                        .aws("lognormal(p50 200ms, p99 900ms)")
                        .ideal("0ms")
                        .sweep("20ms", "5s")
                        .note(
                                "from durable in the primary to arrived in a secondary region, network included, without load")
                        .documented(GUIDE + ": typically less than a second"),
                entry("aurora-global.lag-for", Kind.DURATION)
                        .aws("0ms")
                        .ideal("60s")
                        .sweep("0ms", "10m")
                        .note(
                                "how long a lag lasts before another is drawn; 0ms: each commit has its own, and waits for those before it")
                        .inferred(Sources.PROPOSAL),
                entry("aurora-global.bandwidth", Kind.SIZE)
                        .words("unlimited")
                        .aws("100MiB")
                        .ideal("unlimited")
                        .sweep("1MiB", "1000MiB")
                        .note("a second, of the stream to each secondary; more load makes a queue, and the lag grows")
                        .inferred(Sources.PROPOSAL),
                entry("aurora-global.record-size", Kind.SIZE)
                        .aws("1KiB")
                        .sweep("100B", "64KiB")
                        .note("of the log, per row written")
                        .inferred(Sources.PROPOSAL),
                entry("aurora-global.resend", Kind.DURATION)
                        .aws("2s")
                        .sweep("500ms", "10s")
                        .note("without an acknowledgement, after which the stream begins again where it was")
                        .inferred(Sources.PROPOSAL),
                entry("aurora-global.apply-interval", Kind.DURATION)
                        .aws("10ms")
                        .ideal("0ms")
                        .sweep("1ms", "100ms")
                        .note("how often a secondary's agent writes what has arrived to its storage copies")
                        .inferred(Sources.PROPOSAL),
                entry("aurora-global.db-rpo", Kind.DURATION)
                        .words("never")
                        .aws("never")
                        .sweep("20s", "3600s")
                        .note("rds.global_db_rpo: while every secondary lags by more, the primary's commits wait")
                        .documented(GUIDE + ": off by default, at least 20 s"));
    }

    private static List<Assumption> operators() {
        return List.of(
                choice("aurora-global.headless", "off", "on")
                        .note("on: secondary regions have storage and no instance")
                        .engineer(TALK),
                entry("aurora-global.failover-time", Kind.DISTRIBUTION)
                        .aws("lognormal(p50 60s, p99 180s)")
                        .ideal("0ms")
                        .sweep("20s", "10m")
                        .note("the service's own work in an unplanned failover, before the promotion")
                        .documented(GUIDE + ": on the order of minutes"),
                entry("aurora-global.switchover-time", Kind.DISTRIBUTION)
                        .aws("lognormal(p50 20s, p99 40s)")
                        .ideal("0ms")
                        .sweep("5s", "120s")
                        .note("the service's own work in a switchover, beside the lag and the promotion")
                        .engineer(TALK + ": about 30 s in all"),
                entry("aurora-global.switchover-timeout", Kind.DURATION)
                        .aws("5m")
                        .sweep("30s", "30m")
                        .note("a switchover whose target has not caught up by then is given up")
                        .inferred(Sources.PROPOSAL),
                entry("aurora-global.rebuild-time", Kind.DISTRIBUTION)
                        .aws("uniform(10m, 60m)")
                        .ideal("0ms")
                        .sweep("5m", "6h")
                        .note("of a secondary that has to begin anew from another primary")
                        .documented(GUIDE + ": minutes to hours"),
                entry("aurora-global.dns-update", Kind.DISTRIBUTION)
                        .aws("5s")
                        .ideal("0ms")
                        .sweep("1s", "60s")
                        .note("of the global writer endpoint, by the data plane of Route 53")
                        .engineer(TALK));
    }

    private static List<Assumption> forwarding() {
        return List.of(
                choice("aurora-global.write-forwarding", "off", "eventual", "session", "global")
                        .note(
                                "whether a secondary forwards writes to the primary, and what its reads wait for: nothing,"
                                        + " the session's own writes, or everything committed before the read")
                        .documented(GUIDE + ", write forwarding"),
                entry("aurora-global.forwarding-idle", Kind.DURATION)
                        .aws("60s")
                        .ideal("60s")
                        .sweep("5s", "300s")
                        .note("after which the primary ends a forwarded session whose secondary is out of reach")
                        .documented(GUIDE + ", aurora_fwd_writer_idle_timeout"));
    }
}
