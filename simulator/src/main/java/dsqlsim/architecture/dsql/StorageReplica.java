package dsqlsim.architecture.dsql;

import dsqlsim.kernel.Randomness;
import dsqlsim.kernel.Station;
import dsqlsim.ledger.PlantedBug;
import dsqlsim.txn.Version;
import dsqlsim.world.Message;
import dsqlsim.world.Subject;
import dsqlsim.world.Timer;
import dsqlsim.world.World;
import java.util.PriorityQueue;

/**
 * One replica of a storage partition: applies the merged stream and answers reads as of a start timestamp, once it is complete up to
 * it. Never stale: right now, right later, or not at all.
 */
final class StorageReplica extends DsqlNode implements Subscriber {
    private static final long RESYNC_AGAIN = 20_000_000L;

    private final int partition;
    private final Station station;
    private PartitionHistory.Cursor rows;
    private long watermark;
    private boolean serving = true;
    private long since;
    private long servesFrom;
    private Crossbar feed;
    private final PriorityQueue<Read> parked = new PriorityQueue<>(
            (a, b) -> a.start != b.start ? Long.compare(a.start, b.start) : Long.compare(a.order, b.order));
    private long arrivals;
    private final Timer resyncTimer = new Timer(this, Kinds.TIMER, this::resync);
    private final Timer rebuildTimer = new Timer(this, Kinds.TIMER, this::load);
    private final Timer caughtUpTimer = new Timer(this, Kinds.TIMER, this::serve);

    StorageReplica(World world, Layout layout, String name, int region, int zone, int partition) {
        super(world, layout, "storage", name, region, zone, partition);
        this.partition = partition;
        this.rows = layout.histories[partition].begin();
        this.station = new Station(config.storageCapacity);
    }

    long watermark() {
        return watermark;
    }

    /** Whether it answers reads: not while it is being replaced. */
    boolean serving() {
        return serving;
    }

    /** When its replacement will have caught up, in nanoseconds, if nothing goes wrong meanwhile. */
    long servesFrom() {
        return servesFrom;
    }

    // ---- the stream

    @Override
    public void onRelease(Crossbar crossbar, long after, long upTo, Entry[] entries) {
        feed = crossbar;
        if (rows == null) {
            return;
        }
        if (after > watermark) {
            resyncTimer.ensure(0);
            return;
        }
        if (upTo <= watermark) {
            return;
        }
        layout.archives[region].take(after, upTo, entries);
        for (Entry entry : entries) {
            if (entry.timestamp > watermark && (entry.partitions >>> (partition & 63) & 1) != 0) {
                rows.apply(entry);
            }
        }
        watermark = upTo;
        if (serving) {
            wake();
        }
    }

    @Override
    public void onReplay(Crossbar crossbar, long after, long upTo, Entry[] entries) {
        if (rows != null && after > watermark) {
            rebuild();
        } else {
            onRelease(crossbar, after, upTo, entries);
        }
    }

    private void resync() {
        if (feed != null && rows != null) {
            send(feed, new Resync(this, watermark));
            resyncTimer.set(RESYNC_AGAIN);
            if (feed.released() <= watermark) {
                resyncTimer.cancel();
            }
        }
    }

    // ---- reads

    void onRead(Read m) {
        m.arrivedAt = world.now();
        if (!serving) {
            answer(m, null, true);
        } else if (m.start < clock.earliest() - config.retention) {
            answer(m, null, false);
        } else if (m.start <= watermark || config.bug(PlantedBug.SERVE_BELOW_WATERMARK)) {
            answer(m, read(m), false);
        } else {
            m.order = arrivals++;
            parked.add(m);
        }
    }

    /** No further than this replica has applied, whatever others that share its history have. */
    private Version read(Read m) {
        return rows.asOf(m.row, Math.min(m.start, watermark));
    }

    private void wake() {
        while (!parked.isEmpty() && parked.peek().start <= watermark) {
            Read m = parked.poll();
            answer(m, read(m), false);
        }
    }

    private void answer(Read m, Version version, boolean elsewhere) {
        long now = world.now();
        if (!elsewhere) {
            world.observer().readWaited(region, now - m.arrivedAt, now);
        }
        boolean tooOld = !elsewhere && m.start < clock.earliest() - config.retention;
        long service = slowed(config.readTime.sample(m.identity()));
        long departure = elsewhere || service == 0 ? now : station.admit(now, service);
        send(m.session.host, new ReadDone(m, this, version, elsewhere, tooOld), departure);
    }

    // ---- loss and replacement

    @Override
    protected void onCrash() {
        drop();
        parked.clear();
        station.clear(world.now());
        watermark = -1;
    }

    @Override
    protected void onRestart() {
        rebuild();
    }

    private void drop() {
        if (rows != null) {
            rows.close();
        }
        rows = null;
        serving = false;
    }

    /** Starts a replacement from the snapshot: reads go elsewhere until it has caught up. */
    void rebuild() {
        drop();
        caughtUpTimer.cancel();
        since = world.now();
        long replacement = config.replacementTime.sample(draw(4, incarnation()));
        servesFrom = since + replacement + catchUp();
        rebuildTimer.set(replacement);
    }

    /** How long the tail of the journals takes after the snapshot. */
    private long catchUp() {
        return (long) (Math.min(config.snapshotAge, since) / config.catchUpRate);
    }

    private void load() {
        Archive archive = layout.newestArchive();
        rows = archive.restore(partition);
        watermark = config.bug(PlantedBug.READMIT_WATERMARK_NOW) ? clock.earliest() : archive.complete();
        caughtUpTimer.set(config.bug(PlantedBug.READMIT_WATERMARK_NOW) ? 0 : catchUp());
        if (feed != null) {
            resyncTimer.set(0);
        }
    }

    private void serve() {
        serving = true;
        world.observer().happened("replica-replaced", id, partition, -1, world.now());
        wake();
    }

    // ---- messages

    /** One row as of a start timestamp. */
    static final class Read extends Message<StorageReplica> {
        final Session session;
        /** Which use of the session this is; answers to earlier ones are for nobody. */
        final long serial;

        final long attempt;
        final int index;
        final int row;
        final long start;
        final int round;
        private long arrivedAt;
        private long order;

        Read(Session session, long serial, long attempt, int index, int row, long start, int round) {
            this.session = session;
            this.serial = serial;
            this.attempt = attempt;
            this.index = index;
            this.row = row;
            this.start = start;
            this.round = round;
        }

        @Override
        protected void deliver() {
            to.onRead(this);
        }

        @Override
        protected void describe(Subject subject) {
            subject.attempt(attempt).says("reads a row as of the start timestamp");
        }

        @Override
        protected long identity() {
            return Randomness.key(attempt, index * 64L + round);
        }

        @Override
        protected int kind() {
            return Kinds.READ;
        }
    }
}
