package dsqlsim.architecture.lww;

import dsqlsim.kernel.Distribution;
import dsqlsim.ledger.PlantedBug;
import dsqlsim.ledger.Settings;

/** The constants of a run, read once from the assumption ledger. Durations are in nanoseconds. */
final class Config {
    final Resolver resolver;
    final boolean hybridClock;
    final Distribution connectTime;
    final Distribution requestTime;
    final Distribution readTime;
    final Distribution persist;
    final int writeQuorum;
    final int readQuorum;
    final long readTimeout;
    final long giveUp;
    final Distribution lag;
    final double bytesPerSecond;
    final double rowSize;
    final Distribution applyDelay;
    final long resend;
    final long heartbeat;
    final long takeover;
    final Distribution rebuildTime;
    final double decrements;

    Config(Settings settings) {
        boolean naive = PlantedBug.of(settings.text("faults.planted-bug")) == PlantedBug.VECTOR_CLOCK_TOTAL_ORDER;
        resolver = naive ? Resolver.VECTOR_CLOCK_TOTAL_ORDER : Resolver.of(settings.text("active-active-lww.resolver"));
        hybridClock = settings.text("active-active-lww.clock").equals("hybrid");
        connectTime = settings.distribution("active-active-lww.connect-time");
        requestTime = settings.distribution("active-active-lww.request-time");
        readTime = settings.distribution("active-active-lww.read-time");
        persist = settings.distribution("active-active-lww.persist");
        writeQuorum = (int) settings.number("active-active-lww.write-quorum");
        readQuorum = (int) settings.number("active-active-lww.read-quorum");
        readTimeout = settings.nanos("active-active-lww.read-timeout");
        giveUp = settings.nanos("active-active-lww.give-up");
        lag = settings.distribution("active-active-lww.lag");
        bytesPerSecond = settings.number("active-active-lww.bandwidth");
        rowSize = settings.number("limits.row-size");
        applyDelay = settings.distribution("active-active-lww.apply-delay");
        resend = settings.nanos("active-active-lww.resend-after");
        heartbeat = settings.nanos("active-active-lww.heartbeat");
        takeover = settings.nanos("active-active-lww.takeover-timeout");
        rebuildTime = settings.distribution("active-active-lww.rebuild-time");
        decrements = settings.number("active-active-lww.decrements");
    }
}
