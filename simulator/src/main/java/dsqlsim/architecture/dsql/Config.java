package dsqlsim.architecture.dsql;

import dsqlsim.kernel.Distribution;
import dsqlsim.kernel.Station;
import dsqlsim.ledger.PlantedBug;
import dsqlsim.ledger.Settings;

/** The constants of a run, read once from the assumption ledger. Durations are in nanoseconds. */
final class Config {
    final boolean multiRegion;
    final boolean serializable;
    private final PlantedBug bug;

    // router
    final Distribution connectTime;
    final double connectRate;
    final double connectBurst;
    final double maxConnections;
    final long connectionMaxAge;

    // query processor
    final boolean bindPerTransaction;
    final int hostsPerZone;
    final int queryProcessorCapacity;
    final Distribution statementTime;
    final Distribution writeTime;
    final long readTimeout;
    final long readGiveUp;
    final long commitTimeout;
    final long commitRetryFor;
    final Distribution busyWait;

    // adjudicator
    final Distribution checkTime;
    final Distribution voteTime;
    final int adjudicatorCapacity;
    final boolean autoLead;
    final long lead;
    final long leadMargin;
    final long promiseInterval;
    final int promiseRelay;
    final long keepaliveInterval;
    final long electionMin;
    final long electionMax;
    final Distribution electionTime;
    final boolean electOnLease;
    final long pollInterval;
    final long takeoverTimeout;
    final long lease;
    final long leaseRenewal;
    final boolean autoPromiseTimeout;
    final long promiseTimeout;
    final long conflictWindow;
    final String placement;

    // journal
    final int quorum;
    final Distribution persist;
    final boolean remoteHead;
    final double catchUpRate;
    final long journalRetention;

    // crossbar and storage
    final Distribution hop;
    final long flush;
    final Distribution readTime;
    final Distribution applyTime;
    final int storageCapacity;
    final long retention;
    final Distribution replacementTime;
    final long snapshotAge;

    // membership
    final long heartbeat;
    final long detect;
    final Distribution membershipVoteTime;
    final long stableTime;
    final long refuseAfter;
    final boolean eviction;

    // limits
    final double maxRows;
    final double maxBytes;
    final long maxAge;
    final double rowSize;

    // the mechanism, broken on purpose by tests
    final boolean fencing;
    final boolean leaseOnPromises;
    final boolean entrywiseAdoption;

    Config(Settings settings, boolean multiRegion, boolean serializable) {
        this.multiRegion = multiRegion;
        this.serializable = serializable;
        bug = PlantedBug.of(settings.text("faults.planted-bug"));
        connectTime = settings.distribution("router.connect-time");
        connectRate = settings.number("router.connect-rate");
        connectBurst = settings.number("router.connect-burst");
        maxConnections = settings.number("router.max-connections");
        connectionMaxAge = settings.nanos("router.connection-max-age");
        bindPerTransaction = settings.text("query-processor.binding").equals("transaction");
        hostsPerZone = (int) settings.number("query-processor.hosts");
        queryProcessorCapacity = servers(settings.number("query-processor.capacity"));
        statementTime = settings.distribution("query-processor.statement-time");
        writeTime = settings.distribution("query-processor.write-time");
        readTimeout = settings.nanos("query-processor.read-timeout");
        readGiveUp = settings.nanos("query-processor.read-give-up");
        commitTimeout = settings.nanos("query-processor.commit-timeout");
        commitRetryFor = settings.nanos("query-processor.commit-retry-for");
        busyWait = settings.distribution("query-processor.busy-wait");
        checkTime = settings.distribution("adjudicator.check-time");
        voteTime = settings.distribution("adjudicator.vote-time");
        adjudicatorCapacity = servers(settings.number("adjudicator.capacity"));
        autoLead = settings.text("adjudicator.lead").equals("auto");
        lead = autoLead ? 0 : settings.nanos("adjudicator.lead");
        leadMargin = settings.nanos("adjudicator.lead-margin");
        promiseInterval = settings.nanos("adjudicator.promise-interval");
        promiseRelay = continuousPromises() ? 1 : (int) settings.number("adjudicator.promise-relay");
        keepaliveInterval = settings.nanos("adjudicator.keepalive-interval");
        electionMin = settings.range("adjudicator.election-timeout")[0];
        electionMax = settings.range("adjudicator.election-timeout")[1];
        electionTime = settings.distribution("adjudicator.election-time");
        electOnLease = settings.text("adjudicator.election-trigger").equals("lease");
        pollInterval = settings.nanos("adjudicator.poll-interval");
        takeoverTimeout = settings.nanos("adjudicator.takeover-timeout");
        lease = settings.nanos("adjudicator.lease");
        leaseRenewal = settings.nanos("adjudicator.lease-renewal");
        autoPromiseTimeout = settings.text("adjudicator.promise-timeout").equals("auto");
        promiseTimeout = autoPromiseTimeout ? 0 : settings.nanos("adjudicator.promise-timeout");
        conflictWindow = settings.nanos("adjudicator.conflict-window");
        placement = settings.text("adjudicator.leader-placement");
        quorum = (int) settings.number("journal.quorum");
        persist = settings.distribution("journal.persist");
        remoteHead = settings.text("journal.head").equals("remote");
        catchUpRate = settings.number("journal.catch-up-rate");
        journalRetention = settings.nanos("journal.retention");
        flush = settings.nanos("crossbar.flush");
        hop = settings.distribution("crossbar.hop");
        readTime = settings.distribution("storage.read-time");
        applyTime = settings.distribution("storage.apply-time");
        storageCapacity = servers(settings.number("storage.capacity"));
        retention = settings.nanos("storage.retention");
        replacementTime = settings.distribution("storage.replacement-time");
        snapshotAge = settings.nanos("storage.snapshot-age");
        heartbeat = settings.nanos("membership.heartbeat");
        detect = settings.nanos("membership.detect");
        membershipVoteTime = settings.distribution("membership.vote-time");
        stableTime = settings.nanos("membership.stable-time");
        refuseAfter = settings.nanos("control-plane.refuse-after");
        eviction = settings.text("membership.eviction").equals("on");
        maxRows = settings.number("limits.rows");
        maxBytes = settings.number("limits.bytes");
        maxAge = settings.nanos("limits.transaction-age");
        rowSize = settings.number("limits.row-size");
        fencing = settings.text("adjudicator.fencing").equals("on")
                && !bug(PlantedBug.NO_FENCING)
                && !bug(PlantedBug.TWO_WRITERS);
        leaseOnPromises = settings.text("adjudicator.lease-on-promises").equals("on");
        entrywiseAdoption = settings.text("journal.adoption").equals("entrywise") || bug(PlantedBug.ENTRYWISE_ADOPTION);
    }

    boolean bug(PlantedBug which) {
        return bug == which;
    }

    /** Whether a transaction writes more rows or bytes, or is older, than is allowed. */
    boolean exceedsLimits(int writes, long age) {
        return writes > maxRows || writes * rowSize > maxBytes || maxAge < Long.MAX_VALUE && age > maxAge;
    }

    /** A continuous promise: leaders promise whenever somebody takes a start timestamp. */
    boolean continuousPromises() {
        return promiseInterval == 0;
    }

    private static int servers(double number) {
        return number >= 1_000_000 ? Station.UNLIMITED : (int) number;
    }
}
