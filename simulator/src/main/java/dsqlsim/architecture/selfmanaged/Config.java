package dsqlsim.architecture.selfmanaged;

import dsqlsim.engine.EngineConfig;
import dsqlsim.kernel.Distribution;
import dsqlsim.ledger.Settings;

/** The constants of a run, read once from the assumption ledger. Durations are in nanoseconds. */
final class Config {
    final EngineConfig engine;
    final Distribution persist;
    final Distribution restartTime;

    // standby
    final boolean standby;
    final boolean synchronous;
    final long resend;
    final boolean automatic;
    final Distribution failoverAfter;
    final Distribution promoteTime;

    // backups
    final long backupEvery;
    final Distribution backupPhase;
    final Distribution backupDuration;
    final double backupFailure;
    final boolean backupElsewhere;
    final int backupsKept;
    final long logEvery;

    // people
    final long checkEvery;
    final Distribution detect;
    final Distribution decide;
    final Distribution provision;
    final Distribution validate;
    final Distribution repoint;
    final double dataSize;
    final double restoreBytesPerSecond;

    Config(Settings settings, boolean serializable) {
        engine = new EngineConfig(settings, serializable);
        persist = settings.distribution("self-managed.persist");
        restartTime = settings.distribution("self-managed.restart-time");
        standby = !settings.text("self-managed.standby").equals("none");
        synchronous = settings.text("self-managed.standby").equals("sync");
        resend = settings.nanos("self-managed.resend-after");
        automatic = settings.text("self-managed.failover").equals("automatic");
        failoverAfter = settings.distribution("self-managed.failover-after");
        promoteTime = settings.distribution("self-managed.promote-time");
        backupEvery = settings.nanos("self-managed.backup-every");
        backupPhase = settings.distribution("self-managed.backup-phase");
        backupDuration = settings.distribution("self-managed.backup-duration");
        backupFailure = settings.number("self-managed.backup-failure");
        backupElsewhere = settings.text("self-managed.backup-place").equals("other-region");
        backupsKept = (int) Math.max(1, settings.number("self-managed.backups-kept"));
        logEvery = settings.nanos("self-managed.log-every");
        checkEvery = settings.nanos("self-managed.check-every");
        detect = settings.distribution("self-managed.detect");
        decide = settings.distribution("self-managed.decide");
        provision = settings.distribution("self-managed.provision");
        validate = settings.distribution("self-managed.validate");
        repoint = settings.distribution("self-managed.repoint");
        dataSize = settings.number("self-managed.data-size");
        restoreBytesPerSecond = settings.number("self-managed.restore-bandwidth");
    }

    /** How long the data take over the wire, in nanoseconds. */
    long copyNanos() {
        return (long) (dataSize / restoreBytesPerSecond * 1e9);
    }
}
