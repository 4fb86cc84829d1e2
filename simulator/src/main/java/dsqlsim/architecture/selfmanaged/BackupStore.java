package dsqlsim.architecture.selfmanaged;

import dsqlsim.engine.Redo;
import dsqlsim.kernel.Randomness;
import dsqlsim.world.Message;
import dsqlsim.world.Node;
import dsqlsim.world.World;
import java.util.ArrayList;
import java.util.List;

/** Where backups are kept, away from the database. What is stored survives a crash, not the loss of the disk. */
final class BackupStore extends Node {
    private final int kept;
    private final List<Snapshot> snapshots = new ArrayList<>();

    BackupStore(World world, String name, int region, int zone, int kept) {
        super(world, "backup", name, region, zone, -1);
        this.kept = kept;
    }

    /** Oldest first. */
    List<Snapshot> snapshots() {
        return snapshots;
    }

    void lose() {
        snapshots.clear();
    }

    private void store(Snapshot snapshot) {
        snapshots.add(snapshot);
        if (snapshots.size() > kept) {
            snapshots.remove(0);
        }
        world.observer().happened("backup-stored", id, -1, -1, world.now());
    }

    @Override
    protected void onCrash() {}

    @Override
    protected void onRestart() {}

    /** A backup is complete. */
    static final class Store extends Message<BackupStore> {
        private final Snapshot snapshot;

        Store(Snapshot snapshot) {
            this.snapshot = snapshot;
        }

        @Override
        protected void deliver() {
            to.store(snapshot);
        }

        @Override
        protected boolean needsDisk() {
            return true;
        }

        @Override
        protected long identity() {
            return Randomness.key(snapshot.timeline, snapshot.lsn());
        }

        @Override
        protected int kind() {
            return Kinds.STORED;
        }
    }

    /** A piece of the log, for every backup that it continues. */
    static final class StoreLog extends Message<BackupStore> {
        private final Machine machine;
        private final int timeline;
        private final List<Redo> log;
        private final long number;

        StoreLog(Machine machine, int timeline, List<Redo> log, long number) {
            this.machine = machine;
            this.timeline = timeline;
            this.log = log;
            this.number = number;
        }

        @Override
        protected void deliver() {
            for (Snapshot each : to.snapshots) {
                each.extend(timeline, log);
            }
            to.world.send(to, machine, new Backups.LogStored(timeline, log.get(log.size() - 1).lsn));
        }

        @Override
        protected boolean needsDisk() {
            return true;
        }

        @Override
        protected long identity() {
            return number;
        }

        @Override
        protected int kind() {
            return Kinds.STORED;
        }
    }
}
