package dsqlsim.ledger;

import static dsqlsim.ledger.Entry.choice;
import static dsqlsim.ledger.Entry.entry;

import java.util.List;

/** A database on machines of one's own, and the people who run it. */
final class SelfManagedEntries {
    private static final String POSTGRESQL = "PostgreSQL documentation, log-shipping standby servers";
    private static final String CUSTOM = "as is the custom; the talk (DAT442) speaks of many hours";

    private SelfManagedEntries() {}

    static List<Assumption> all() {
        return List.of(
                entry("self-managed.persist", Kind.DISTRIBUTION)
                        .aws("lognormal(p50 1ms, p99 5ms)")
                        .ideal("0ms")
                        .sweep("0.1ms", "10ms")
                        .note("a commit on the local disk")
                        .inferred(Sources.PROPOSAL),
                entry("self-managed.restart-time", Kind.DISTRIBUTION)
                        .aws("lognormal(p50 30s, p99 5m)")
                        .ideal("0ms")
                        .sweep("1s", "30m")
                        .note("after a crash of the process, until it serves again with what its disk holds")
                        .inferred(Sources.PROPOSAL),
                choice("self-managed.standby", "none", "async", "sync")
                        .note(
                                "in another zone; sync: a commit waits for the standby's disk, and for ever if it is gone")
                        .documented(POSTGRESQL),
                entry("self-managed.resend-after", Kind.DURATION)
                        .aws("1s")
                        .sweep("0.1s", "30s")
                        .note("without a confirmation by the standby")
                        .inferred(Sources.PROPOSAL),
                choice("self-managed.failover", "manual", "automatic")
                        .note("to the standby; automatic: a program outside notices and decides")
                        .inferred(Sources.PROPOSAL),
                entry("self-managed.failover-after", Kind.DISTRIBUTION)
                        .aws("30s")
                        .sweep("10s", "5m")
                        .note("automatic failover: how long the primary must have been silent")
                        .inferred("Patroni's default lease (ttl)"),
                entry("self-managed.promote-time", Kind.DISTRIBUTION)
                        .aws("10s")
                        .ideal("0ms")
                        .sweep("1s", "5m")
                        .inferred(Sources.PROPOSAL),
                entry("self-managed.backup-every", Kind.DURATION)
                        .words("never")
                        .aws("24h")
                        .sweep("1h", "168h")
                        .engineer(Sources.TALK),
                entry("self-managed.backup-phase", Kind.DISTRIBUTION)
                        .aws("uniform(0h, 24h)")
                        .sweep("0h", "23h")
                        .note("from the start of the run to the first; drawn once for a run")
                        .inferred("a run may start at any time of the day"),
                entry("self-managed.backup-duration", Kind.DISTRIBUTION)
                        .aws("1h")
                        .ideal("0ms")
                        .sweep("0h", "8h")
                        .note("a backup holds what was committed when it began, and counts when it is complete")
                        .inferred(CUSTOM),
                entry("self-managed.backup-failure", Kind.SHARE)
                        .aws("2%")
                        .ideal("0%")
                        .sweep("0%", "30%")
                        .note("of the backups that can't be read, which shows when they are restored")
                        .inferred(CUSTOM),
                choice("self-managed.backup-place", "other-region", "other-zone")
                        .note("another region if the scenario has one")
                        .inferred(CUSTOM),
                entry("self-managed.backups-kept", Kind.NUMBER)
                        .aws("7")
                        .sweep("1", "30")
                        .inferred(CUSTOM),
                entry("self-managed.log-every", Kind.DURATION)
                        .words("never")
                        .aws("never")
                        .sweep("30s", "1h")
                        .note("how often the log is shipped to the backups")
                        .documented("PostgreSQL documentation, continuous archiving (archive_timeout)"),
                entry("self-managed.check-every", Kind.DURATION)
                        .aws("60s")
                        .ideal("1s")
                        .sweep("10s", "10m")
                        .note("how often somebody or something looks whether the primary serves")
                        .inferred(CUSTOM),
                entry("self-managed.detect", Kind.DISTRIBUTION)
                        .aws("lognormal(p50 10m, p99 2h)")
                        .ideal("0ms")
                        .sweep("1m", "8h")
                        .note("until the failure is taken for one")
                        .inferred(CUSTOM),
                entry("self-managed.decide", Kind.DISTRIBUTION)
                        .aws("lognormal(p50 20m, p99 3h)")
                        .ideal("0ms")
                        .sweep("1m", "8h")
                        .note("until somebody decides to give the primary up")
                        .inferred(CUSTOM),
                entry("self-managed.provision", Kind.DISTRIBUTION)
                        .aws("lognormal(p50 1h, p99 24h)")
                        .ideal("0ms")
                        .sweep("5m", "72h")
                        .note("until a machine is there")
                        .inferred(CUSTOM),
                entry("self-managed.data-size", Kind.SIZE)
                        .aws("500GB")
                        .sweep("1GB", "10000GB")
                        .note("what a restore, and a new standby, have to copy")
                        .inferred(CUSTOM),
                entry("self-managed.restore-bandwidth", Kind.SIZE)
                        .words("unlimited")
                        .aws("100MB")
                        .ideal("unlimited")
                        .sweep("10MB", "1GB")
                        .note("per second")
                        .inferred(CUSTOM),
                entry("self-managed.validate", Kind.DISTRIBUTION)
                        .aws("lognormal(p50 30m, p99 4h)")
                        .ideal("0ms")
                        .sweep("0m", "8h")
                        .note("of what was restored, before it is trusted")
                        .inferred(CUSTOM),
                entry("self-managed.repoint", Kind.DISTRIBUTION)
                        .aws("5m")
                        .ideal("0ms")
                        .sweep("10s", "2h")
                        .note("until clients use the new machine's address")
                        .inferred(CUSTOM));
    }
}
