package dsqlsim.ledger;

import static dsqlsim.ledger.Entry.choice;
import static dsqlsim.ledger.Entry.entry;

import java.util.List;

/** Databases with one writer and row locks: what Aurora's and a self-managed one have in common. */
final class EngineEntries {
    private static final String POSTGRESQL = "PostgreSQL documentation";

    private EngineEntries() {}

    static List<Assumption> all() {
        return List.of(
                choice("engine.isolation", "read-committed", "repeatable-read")
                        .note(
                                "read-committed: writes wait and go on with the newest version; repeatable-read: the first"
                                        + " updater wins, later ones get 40001")
                        .documented(POSTGRESQL + ", transaction isolation"),
                entry("engine.statement-time", Kind.DISTRIBUTION)
                        .aws("0.4ms")
                        .ideal("0ms")
                        .sweep("0.1ms", "2ms")
                        .note("own work per statement; the same as a query processor's, so that designs compare")
                        .inferred(Sources.PROPOSAL),
                entry("engine.write-time", Kind.DISTRIBUTION)
                        .aws("0.4ms")
                        .ideal("0ms")
                        .sweep("0ms", "2ms")
                        .note("beside it, for a statement that writes")
                        .inferred(Sources.PROPOSAL),
                entry("engine.capacity", Kind.NUMBER)
                        .words("unlimited")
                        .aws("16")
                        .ideal("unlimited")
                        .sweep("2", "128")
                        .note("processors: statements that are worked on at once")
                        .inferred("16 vCPUs, as of a db.r6g.4xlarge"),
                entry("engine.connect-time", Kind.DISTRIBUTION)
                        .aws("lognormal(p50 10ms, p99 60ms)")
                        .ideal("0ms")
                        .sweep("2ms", "200ms")
                        .note("a new process, and authentication")
                        .inferred(Sources.PROPOSAL),
                entry("engine.max-connections", Kind.NUMBER)
                        .words("unlimited")
                        .aws("5000")
                        .ideal("unlimited")
                        .sweep("100", "16000")
                        .documented("Aurora PostgreSQL, max_connections: at most 5000 by default"),
                entry("engine.deadlock-timeout", Kind.DURATION)
                        .aws("1s")
                        .sweep("0ms", "5s")
                        .note(
                                "how long a statement waits for a lock before it looks for a deadlock, whose victim it then"
                                        + " is; 0ms: at once")
                        .documented(POSTGRESQL + ", deadlock_timeout"),
                entry("engine.lock-timeout", Kind.DURATION)
                        .words("never")
                        .aws("never")
                        .sweep("1s", "60s")
                        .note("then a statement that waits for a lock fails")
                        .documented(POSTGRESQL + ", lock_timeout"),
                entry("engine.keepalive", Kind.DURATION)
                        .words("never")
                        .aws("300s")
                        .ideal("never")
                        .sweep("5s", "7200s")
                        .note("how long a client that holds locks may be out of reach before its session is ended")
                        .documented("Amazon RDS, tcp_keepalives_idle"),
                entry("engine.retention", Kind.DURATION)
                        .aws("5m")
                        .sweep("10s", "60m")
                        .note("how long replaced versions are kept for readers that lag")
                        .inferred(Sources.PROPOSAL));
    }
}
