package dsqlsim.ledger;

import static dsqlsim.ledger.Entry.choice;
import static dsqlsim.ledger.Entry.entry;

import java.util.List;
import java.util.stream.Stream;

/** Aurora in one region: six copies of storage, readers, failover. */
final class AuroraEntries {
    private static final String GUIDE = "Amazon Aurora user guide";
    private static final String HIGH_AVAILABILITY = GUIDE + ", high availability";
    private static final String TALK = "AWS re:Invent 2025, DAT442";
    private static final String WRAPPER = "github.com/aws/aws-advanced-jdbc-wrapper";

    private AuroraEntries() {}

    static List<Assumption> all() {
        return Stream.of(storage(), readers(), failover(), clients())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Assumption> storage() {
        return List.of(
                entry("aurora.persist", Kind.DISTRIBUTION)
                        .aws("lognormal(p50 1.2ms, p99 2.5ms)")
                        .ideal("0ms")
                        .sweep("0.3ms", "5ms")
                        .note(
                                "a storage copy makes a log record durable; as a DSQL journal does, so that designs compare")
                        .inferred(Sources.PROPOSAL),
                entry("aurora.storage-resend", Kind.DURATION)
                        .aws("200ms")
                        .sweep("50ms", "2s")
                        .note("then what a copy has not acknowledged is sent to it again")
                        .inferred(Sources.PROPOSAL),
                entry("aurora.segment-repair", Kind.DISTRIBUTION)
                        .aws("10s")
                        .ideal("0ms")
                        .sweep("5s", "120s")
                        .note("to a new copy of a lost segment, from the others")
                        .documented("Amazon Aurora (SIGMOD 2017): 10 GB segments, about 10 s on a 10 Gbps link"));
    }

    private static List<Assumption> readers() {
        return List.of(
                entry("aurora.readers", Kind.NUMBER)
                        .aws("1")
                        .sweep("0", "15")
                        .note("beside the writer, in the next zones; 0: no standby")
                        .documented(GUIDE + ": up to 15"),
                choice("aurora.reader-tiers", "rising", "equal", "falling")
                        .note(
                                "promotion tiers of the readers in their order; the lowest is promoted first, of equals the"
                                        + " largest")
                        .documented(HIGH_AVAILABILITY),
                choice("aurora.reader-sizes", "equal", "rising", "falling")
                        .note("processors of the readers in their order; each next has twice or half as many")
                        .inferred(Sources.PROPOSAL),
                entry("aurora.reader-lag", Kind.DISTRIBUTION)
                        .aws("lognormal(p50 20ms, p99 100ms)")
                        .ideal("0ms")
                        .sweep("1ms", "1s")
                        .note("from commit to a reader that shows it, beside the network")
                        .documented(GUIDE + ": usually much less than 100 ms"),
                choice("aurora.reader-lag-per", "commit", "read")
                        .note("commit: each commit is shown after its lag, in order; read: each read has its own lag")
                        .inferred("read: as in probabilistically bounded staleness (VLDB 2012)"));
    }

    private static List<Assumption> failover() {
        return List.of(
                entry("aurora.heartbeat", Kind.DURATION)
                        .aws("1s")
                        .sweep("100ms", "10s")
                        .note("from instances to the control plane")
                        .inferred(Sources.PROPOSAL),
                entry("aurora.failover-detect", Kind.DURATION)
                        .aws("3s")
                        .sweep("1s", "30s")
                        .note("silence of the writer after which a reader is promoted")
                        .inferred("what is left of the 6 s of " + TALK + " with a topology-aware driver"),
                entry("aurora.promotion-time", Kind.DISTRIBUTION)
                        .aws("lognormal(p50 2s, p99 5s)")
                        .ideal("0ms")
                        .sweep("0.5s", "30s")
                        .note("a reader restarts as writer; taking the volume over comes on top")
                        .documented(HIGH_AVAILABILITY + ": a few seconds"),
                entry("aurora.restart-time", Kind.DISTRIBUTION)
                        .aws("lognormal(p50 3s, p99 10s)")
                        .ideal("0ms")
                        .sweep("1s", "60s")
                        .note("of an instance that is back")
                        .documented(GUIDE + ": crash recovery in seconds"),
                entry("aurora.recreation-time", Kind.DISTRIBUTION)
                        .aws("uniform(10m, 15m)")
                        .ideal("0ms")
                        .sweep("5m", "20m")
                        .note("of a writer that has no reader to take over")
                        .engineer(TALK + ": 10 to 15 min; " + HIGH_AVAILABILITY + ": typically under 10"),
                entry("aurora.instance-creation", Kind.DISTRIBUTION)
                        .aws("uniform(5m, 15m)")
                        .ideal("0ms")
                        .sweep("3m", "20m")
                        .note("of an instance that an operator adds")
                        .engineer(TALK));
    }

    private static List<Assumption> clients() {
        return List.of(
                choice("aurora.driver", "dns", "wrapper")
                        .note("how clients find the writer: by DNS, or by a driver that knows the topology")
                        .documented(WRAPPER),
                entry("aurora.dns-update", Kind.DISTRIBUTION)
                        .aws("uniform(15s, 20s)")
                        .ideal("0ms")
                        .sweep("3s", "40s")
                        .note("from promotion to the new answer of DNS; in all about 30 s of failover, as " + TALK
                                + " says")
                        .documented(GUIDE + ", DNS propagation"),
                entry("aurora.dns-ttl", Kind.DURATION)
                        .aws("5s")
                        .ideal("0ms")
                        .sweep("1s", "60s")
                        .note("how long a client's resolver uses an answer")
                        .documented(GUIDE + ", cluster endpoints"),
                entry("aurora.topology-poll", Kind.DURATION)
                        .aws("100ms")
                        .ideal("0ms")
                        .sweep("50ms", "30s")
                        .note("how often a topology-aware driver looks for the new writer during a failover")
                        .documented(WRAPPER),
                entry("aurora.driver-detect", Kind.DURATION)
                        .aws("5s")
                        .sweep("3s", "45s")
                        .note("how soon a topology-aware driver finds that a silent writer is gone")
                        .documented("TCP keep-alive 1/1/5, as the wrapper's documentation advises"));
    }
}
