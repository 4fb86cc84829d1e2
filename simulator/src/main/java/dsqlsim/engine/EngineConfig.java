package dsqlsim.engine;

import dsqlsim.kernel.Distribution;
import dsqlsim.kernel.Station;
import dsqlsim.ledger.Settings;

/** The constants of an engine, read once from the assumption ledger. Durations are in nanoseconds. */
public final class EngineConfig {
    /** What a transaction sees of others, and what it locks. */
    public enum Isolation {
        /** Each statement sees what was committed before it; a write waits for its row, and then sees the newest version. */
        READ_COMMITTED,
        /** One snapshot; a write whose row has changed since is refused: the first updater wins. */
        REPEATABLE_READ,
        /** What is read is locked too, shared. */
        SERIALIZABLE
    }

    private static final double ENDLESS = 1_000_000;

    public final Isolation isolation;
    public final Distribution statementTime;
    public final Distribution writeTime;
    public final int capacity;
    public final Distribution connectTime;
    public final double maxConnections;
    public final long deadlockTimeout;
    public final long lockTimeout;
    public final long keepAlive;
    public final long retention;

    /** {@code serializable}: the scenario asks for more than the ledger's isolation. */
    public EngineConfig(Settings settings, boolean serializable) {
        isolation = serializable
                ? Isolation.SERIALIZABLE
                : settings.text("engine.isolation").equals("repeatable-read")
                        ? Isolation.REPEATABLE_READ
                        : Isolation.READ_COMMITTED;
        statementTime = settings.distribution("engine.statement-time");
        writeTime = settings.distribution("engine.write-time");
        capacity = servers(settings.number("engine.capacity"));
        connectTime = settings.distribution("engine.connect-time");
        maxConnections = settings.number("engine.max-connections");
        deadlockTimeout = settings.nanos("engine.deadlock-timeout");
        lockTimeout = settings.nanos("engine.lock-timeout");
        keepAlive = settings.nanos("engine.keepalive");
        retention = settings.nanos("engine.retention");
    }

    /** A number of servers of a {@link Station}. */
    public static int servers(double number) {
        return number >= ENDLESS ? Station.UNLIMITED : (int) Math.max(1, number);
    }
}
