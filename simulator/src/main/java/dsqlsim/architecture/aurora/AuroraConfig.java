package dsqlsim.architecture.aurora;

import dsqlsim.engine.EngineConfig;
import dsqlsim.kernel.Distribution;
import dsqlsim.kernel.Station;
import dsqlsim.ledger.Settings;

/** The constants of a run, read once from the assumption ledger. Durations are in nanoseconds. */
final class AuroraConfig {
    /** Copies of storage, and how many of them a write and a read need. */
    static final int COPIES = 6;

    static final int WRITE_QUORUM = 4;
    static final int READ_QUORUM = 3;

    final EngineConfig engine;
    final boolean readersAsked;

    final Distribution persist;
    final long storageResend;
    final Distribution segmentRepair;
    final int readers;
    final String readerTiers;
    final String readerSizes;
    final Distribution readerLag;
    final boolean lagPerRead;
    final long heartbeat;
    final long detect;
    final Distribution promotionTime;
    final Distribution restartTime;
    final Distribution recreationTime;
    final Distribution instanceCreation;
    final boolean wrapper;
    final Distribution dnsUpdate;
    final long dnsTtl;
    final long topologyPoll;
    final long driverDetect;

    final Distribution lag;
    final long lagFor;
    final double bandwidth;
    final double recordSize;
    final long resend;
    final long applyInterval;
    final long dbRpo;
    final boolean headless;
    final Distribution failoverTime;
    final Distribution switchoverTime;
    final long switchoverTimeout;
    final Distribution rebuildTime;
    final Distribution globalDnsUpdate;
    final String forwarding;
    final long forwardingIdle;

    AuroraConfig(Settings settings, boolean serializable, boolean readersAsked) {
        engine = new EngineConfig(settings, serializable);
        this.readersAsked = readersAsked;
        persist = settings.distribution("aurora.persist");
        storageResend = settings.nanos("aurora.storage-resend");
        segmentRepair = settings.distribution("aurora.segment-repair");
        readers = (int) Math.min(15, settings.number("aurora.readers"));
        readerTiers = settings.text("aurora.reader-tiers");
        readerSizes = settings.text("aurora.reader-sizes");
        readerLag = settings.distribution("aurora.reader-lag");
        lagPerRead = settings.text("aurora.reader-lag-per").equals("read");
        heartbeat = Math.max(1, settings.nanos("aurora.heartbeat"));
        detect = settings.nanos("aurora.failover-detect");
        promotionTime = settings.distribution("aurora.promotion-time");
        restartTime = settings.distribution("aurora.restart-time");
        recreationTime = settings.distribution("aurora.recreation-time");
        instanceCreation = settings.distribution("aurora.instance-creation");
        wrapper = settings.text("aurora.driver").equals("wrapper");
        dnsUpdate = settings.distribution("aurora.dns-update");
        dnsTtl = settings.nanos("aurora.dns-ttl");
        topologyPoll = settings.nanos("aurora.topology-poll");
        driverDetect = settings.nanos("aurora.driver-detect");
        lag = settings.distribution("aurora-global.lag");
        lagFor = settings.nanos("aurora-global.lag-for");
        bandwidth = settings.number("aurora-global.bandwidth");
        recordSize = settings.number("aurora-global.record-size");
        resend = Math.max(1, settings.nanos("aurora-global.resend"));
        applyInterval = settings.nanos("aurora-global.apply-interval");
        dbRpo = settings.nanos("aurora-global.db-rpo");
        headless = settings.on("aurora-global.headless");
        failoverTime = settings.distribution("aurora-global.failover-time");
        switchoverTime = settings.distribution("aurora-global.switchover-time");
        switchoverTimeout = settings.nanos("aurora-global.switchover-timeout");
        rebuildTime = settings.distribution("aurora-global.rebuild-time");
        globalDnsUpdate = settings.distribution("aurora-global.dns-update");
        forwarding = settings.text("aurora-global.write-forwarding");
        forwardingIdle = settings.nanos("aurora-global.forwarding-idle");
    }

    /** Whether secondaries forward writes. */
    boolean forwards() {
        return !forwarding.equals("off");
    }

    /** The tier of a reader, from 0: the lowest is promoted first. */
    int tier(int reader) {
        return switch (readerTiers) {
            case "rising" -> reader;
            case "falling" -> readers - reader;
            default -> 0;
        };
    }

    /** The processors of a reader, from 0. */
    int capacity(int reader) {
        if (engine.capacity == Station.UNLIMITED) {
            return Station.UNLIMITED;
        }
        int doublings = switch (readerSizes) {
            case "rising" -> reader + 1;
            case "falling" -> -(reader + 1);
            default -> 0;
        };
        return doublings >= 0
                ? (int) Math.min(1 << 20, (long) engine.capacity << doublings)
                : Math.max(1, engine.capacity >> -doublings);
    }
}
