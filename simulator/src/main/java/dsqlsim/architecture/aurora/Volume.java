package dsqlsim.architecture.aurora;

import dsqlsim.engine.Redo;
import dsqlsim.kernel.Invariant;
import dsqlsim.txn.RowVersions;
import dsqlsim.world.Node;
import dsqlsim.world.World;

/** A region's shared storage: six copies of the log, and what was made of it, which every instance of the region reads. */
final class Volume {
    /** What of a timeline's end the audit may still ask for, beyond what secondaries lack. */
    private static final long MARGIN = 64;

    final int region;
    final StorageCopy[] copies = new StorageCopy[AuroraConfig.COPIES];
    final RedoLog log = new RedoLog();
    private final World world;
    /** Which line of history it is on, and behind which place that line began. */
    private int timeline;

    private long branch;
    private int timelineBefore;

    RowVersions rows = new RowVersions();
    /** Up to which place commits have been installed: they are durable, and can be seen. */
    private long installed;
    /** The commit timestamp of the last of them. */
    private long visible;

    Volume(World world, int region) {
        this.world = world;
        this.region = region;
    }

    long installed() {
        return installed;
    }

    long visible() {
        return visible;
    }

    long branch() {
        return branch;
    }

    int timeline() {
        return timeline;
    }

    /** Another line of history begins behind a place. */
    void enter(int line, long behind) {
        timelineBefore = timeline;
        timeline = line;
        branch = behind;
    }

    /** An epoch above all that its copies know. */
    long nextEpoch() {
        long highest = 0;
        for (StorageCopy each : copies) {
            highest = Math.max(highest, each.granted());
        }
        return highest + 1;
    }

    /** Puts the versions of a commit, made elsewhere, into the rows. */
    void apply(Redo redo, long collectBefore) {
        for (int i = 0; i < redo.versions.length; i++) {
            rows.add(redo.rows[i], redo.versions[i], collectBefore);
        }
    }

    /** A commit can be seen from now on. */
    void installed(Redo redo) {
        Invariant.check(redo.lsn == installed + 1, "a record is installed out of turn: %s", redo.lsn);
        installed = redo.lsn;
        visible = redo.timestamp;
        if (redo.rows.length > 0) {
            int line = redo.lsn > branch ? timeline : timelineBefore;
            world.observer().delivered(region, line, redo.lsn, redo.timestamp, redo.attempt, redo.rows, world.now());
        }
    }

    /** Takes another volume's content over, as a rebuilt secondary does. */
    void copy(Volume other) {
        rows = other.rows.copy();
        installed = other.installed;
        visible = other.visible;
        timeline = other.timeline;
        timelineBefore = other.timelineBefore;
        branch = other.branch;
        log.restart(installed);
        for (StorageCopy each : copies) {
            each.rebuilt(installed);
        }
        world.observer().restored(region, timeline, installed, world.now());
    }

    /** How many copies can be reached from a node, and are whole. */
    int reachable(Node from) {
        int count = 0;
        for (StorageCopy each : copies) {
            count += each.whole() && world.reachable(from, each) ? 1 : 0;
        }
        return count;
    }

    /** Whether enough copies are there to be read, and one of those holds a place; down ones count with {@code later}. */
    boolean holds(long lsn, boolean later) {
        int there = 0;
        boolean holds = false;
        for (StorageCopy each : copies) {
            if (each.whole() && (later || each.up())) {
                there++;
                holds |= each.last() >= lsn;
            }
        }
        return there >= AuroraConfig.READ_QUORUM && holds;
    }

    /** Whether what was recorded at a place can still get lost, or asked for. */
    boolean retains(long lsn) {
        return lsn >= log.first() + MARGIN || log.first() == 1;
    }
}
