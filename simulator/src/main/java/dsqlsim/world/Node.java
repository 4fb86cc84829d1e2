package dsqlsim.world;

import dsqlsim.kernel.Event;
import dsqlsim.kernel.Randomness;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One process on one computer. It sees messages, timers, its clock and its disk, and nothing else.
 *
 * <p>Faults hold a node down or still; holds are counted, so that overlapping faults heal in any order. A crash loses volatile
 * state and timers; a restart is a new incarnation that ignores what was meant for the old one. A pause keeps everything and
 * resumes late.
 */
public abstract class Node {
    public final int id;
    /** Such as {@code adjudicator-1.us-east-1b}. */
    public final String name;

    /** The field's word for what it is, such as {@code adjudicator}; what fault targets name. */
    public final String role;

    public final int region;
    /** Index of the zone in its region, or -1: a regional service, up while two zones are. */
    public final int zone;

    /** The shard or partition it belongs to, or -1. */
    public final int shard;

    protected final World world;
    public final Clock clock;
    /** The key of this node's own random draws. */
    protected final long randomKey;

    int incarnation;
    /** When each incarnation but the last ended. */
    private long[] endedAt = new long[2];

    private int downHolds;
    private int pauseHolds;
    private long pausedAt = -1;
    private int diskHolds;
    private boolean lostPower;
    private double slowness = 1;
    private final List<Event> backlog = new ArrayList<>();
    private final List<Event> diskBacklog = new ArrayList<>();
    Link[] links = new Link[0];

    protected Node(World world, String role, String name, int region, int zone, int shard) {
        this.world = world;
        this.id = world.add(this);
        this.role = role;
        this.name = name;
        this.region = region;
        this.zone = zone;
        this.shard = shard;
        this.randomKey = Randomness.key(world.seed(), name);
        this.clock = world.clockFor(this, Randomness.key(randomKey, "clock"));
    }

    /** Loses everything that a power cut loses. */
    protected abstract void onCrash();

    /** Starts anew from what is durable. */
    protected abstract void onRestart();

    public final boolean up() {
        return downHolds == 0;
    }

    public final boolean paused() {
        return pauseHolds > 0;
    }

    /** Keeps an event of this node for when it resumes, if it is paused. Returns whether it did. */
    public final boolean deferred(Event event) {
        if (pauseHolds == 0) {
            return false;
        }
        backlog.add(event);
        return true;
    }

    /** Keeps an event of this node for when its disk answers again, if the disk is stalled. Returns whether it did. */
    public final boolean deferredByDisk(Event event) {
        if (diskHolds == 0) {
            return false;
        }
        diskBacklog.add(event);
        return true;
    }

    /** Whether the last crash was a loss of power: nobody is left to reset connections. */
    public final boolean lostPower() {
        return lostPower;
    }

    /** Outside the system: no fault of a place crashes it or cuts it off, unless the fault says so. */
    public boolean outside() {
        return false;
    }

    public final int incarnation() {
        return incarnation;
    }

    final void holdDown(boolean power) {
        if (downHolds++ == 0) {
            lostPower = power;
            if (incarnation == endedAt.length) {
                endedAt = Arrays.copyOf(endedAt, incarnation * 2);
            }
            endedAt[incarnation++] = world.now();
            backlog.clear();
            diskBacklog.clear();
            onCrash();
        }
    }

    final void releaseDown() {
        if (--downHolds == 0) {
            onRestart();
        }
    }

    /** When an incarnation ended that is over. */
    final long endOf(int over) {
        return endedAt[over];
    }

    final void holdStill() {
        if (pauseHolds++ == 0) {
            pausedAt = world.now();
        }
    }

    final void releaseStill() {
        if (--pauseHolds == 0) {
            replay(backlog);
        }
    }

    final void holdDisk() {
        diskHolds++;
    }

    final void releaseDisk() {
        if (--diskHolds == 0) {
            replay(diskBacklog);
        }
    }

    final void scaleSlowness(double factor) {
        slowness *= factor;
    }

    /** A service time on this node: longer while a fault slows it. */
    protected final long slowed(long nanos) {
        return slowness == 1 ? nanos : (long) (nanos * slowness);
    }

    final boolean diskStalled() {
        return diskHolds > 0;
    }

    /** Whether something that was to leave this node at {@code departAt} is held because it was paused before. */
    final boolean heldSince(long departAt) {
        return pauseHolds > 0 && pausedAt < departAt;
    }

    final void defer(Event event) {
        backlog.add(event);
    }

    final void deferToDisk(Event event) {
        diskBacklog.add(event);
    }

    private void replay(List<Event> held) {
        List<Event> due = List.copyOf(held);
        held.clear();
        for (Event event : due) {
            // A duplicated datagram is held twice, and comes once.
            if (!event.pending()) {
                world.simulation().after(0, event);
            }
        }
    }

    @Override
    public final String toString() {
        return name;
    }
}
