package dsqlsim.architecture.selfmanaged;

import dsqlsim.engine.Redo;
import dsqlsim.kernel.Randomness;
import dsqlsim.world.Message;
import dsqlsim.world.Timer;
import java.util.ArrayList;
import java.util.List;

/**
 * The primary's backups: begun at fixed times of the day, complete some time later, kept elsewhere. One that is cut short by a crash
 * is none, and one in a while can't be read, which shows when it is needed. Between them the log may be shipped.
 */
final class Backups {
    private final Machine of;
    private final Timer begin;
    private final Timer finish;
    private final Timer ship;
    private BackupStore store;
    private long phase;
    /** The log after the last backup that was begun, if it is shipped at all. */
    private final List<Redo> log = new ArrayList<>();

    private long stored;
    private Snapshot running;
    private long shipped;

    Backups(Machine of) {
        this.of = of;
        begin = new Timer(of, Kinds.BACKUP, this::beginBackup);
        finish = new Timer(of, Kinds.BACKUP, this::finishBackup);
        ship = new Timer(of, Kinds.LOG, this::shipLog);
    }

    void in(BackupStore place, long atPhase) {
        store = place;
        phase = atPhase;
    }

    /** From now on this machine is the primary and keeps its hours. */
    void begin() {
        running = null;
        stored = of.onDisk();
        log.clear();
        long every = of.own.backupEvery;
        if (every != Long.MAX_VALUE) {
            long since = Math.floorMod(of.now() - phase, every);
            begin.set(every - since);
        }
        if (ships()) {
            ship.set(of.own.logEvery);
            if (of.now() > 0) {
                // What was shipped before may have gaps to what is logged now: a backup begins a whole log.
                beginBackup();
            }
        }
    }

    void end() {
        begin.cancel();
        finish.cancel();
        ship.cancel();
        log.clear();
    }

    private boolean ships() {
        return of.own.logEvery != Long.MAX_VALUE;
    }

    void add(Redo redo) {
        if (ships()) {
            log.add(redo);
        }
    }

    private void beginBackup() {
        long every = of.own.backupEvery;
        if (every != Long.MAX_VALUE) {
            begin.set(every - Math.floorMod(of.now() - phase, every));
        }
        long draw = of.drawn(10, of.now());
        boolean usable = Randomness.uniform(draw) >= of.own.backupFailure;
        running = new Snapshot(
                of.timeline(), of.shownLsn(), of.shownTimestamp(), of.rows().copy(), usable);
        finish.set(of.own.backupDuration.sample(Randomness.mix(draw)));
    }

    private void finishBackup() {
        of.world().send(of, store, new BackupStore.Store(running));
        stored = running.lsn();
        long from = stored;
        log.removeIf(each -> each.lsn <= from);
        if (ships()) {
            shipLog();
        }
    }

    private void shipLog() {
        ship.set(of.own.logEvery);
        List<Redo> missing = log.stream().filter(each -> each.lsn > stored).toList();
        if (!missing.isEmpty()) {
            of.world().send(of, store, new BackupStore.StoreLog(of, of.timeline(), missing, ++shipped));
        }
    }

    private void onStored(int timeline, long lsn) {
        if (timeline == of.timeline()) {
            stored = Math.max(stored, lsn);
        }
    }

    /** The log is stored up to a place. */
    static final class LogStored extends Message<Machine> {
        private final int timeline;
        private final long lsn;

        LogStored(int timeline, long lsn) {
            this.timeline = timeline;
            this.lsn = lsn;
        }

        @Override
        protected void deliver() {
            to.backups().onStored(timeline, lsn);
        }

        @Override
        protected long identity() {
            return Randomness.key(timeline, lsn);
        }

        @Override
        protected int kind() {
            return Kinds.STORED;
        }
    }
}
