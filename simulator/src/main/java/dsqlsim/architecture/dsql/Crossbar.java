package dsqlsim.architecture.dsql;

import dsqlsim.kernel.Randomness;
import dsqlsim.ledger.PlantedBug;
import dsqlsim.world.Timer;
import dsqlsim.world.World;
import java.util.ArrayDeque;
import java.util.Arrays;

/**
 * Merges all journals by commit timestamp and feeds its zone's storage and adjudicators. It may release time t once every journal has
 * passed t, so one stalled journal stalls every reader, and no commit.
 */
final class Crossbar extends DsqlNode {
    private static final Entry[] NONE = {};
    private static final long FETCH_AGAIN = 50_000_000L;
    private static final long STALL = 250_000_000L;
    private static final int SWEEP_EVERY = 1024;

    private final JournalFeed[] feeds;
    private final int place;
    private DsqlNode[] subscribers = {};
    private StorageReplica[] replicas = {};

    /** Entries released lately, in merged order, for subscribers that missed some. */
    private final ArrayDeque<Entry> history = new ArrayDeque<>();

    private long historyFrom = -1;
    private long released;
    private long movedAt;
    private long releases;
    private long lastArrival;
    private long fetches;
    private Entry[] batch = new Entry[64];
    private final Timer flushTimer = new Timer(this, Kinds.TIMER, this::merge);
    private final Timer fetchTimer = new Timer(this, Kinds.TIMER, this::fetchMissing);

    Crossbar(World world, Layout layout, String name, int region, int zone, int place) {
        super(world, layout, "crossbar", name, region, zone, -1);
        this.place = place;
        feeds = new JournalFeed[layout.shards];
        for (int shard = 0; shard < feeds.length; shard++) {
            feeds[shard] = new JournalFeed(shard, layout.members(), config.quorum);
            feeds[shard].leaderEpoch = 1;
        }
    }

    /** Those who read this zone's merged stream. */
    void subscribe(StorageReplica[] storage, DsqlNode[] all) {
        replicas = storage;
        subscribers = all;
    }

    long released() {
        return released;
    }

    /** The shard whose journal has passed least: what the merge waits for. */
    int slowest() {
        int slowest = 0;
        for (int shard = 1; shard < feeds.length; shard++) {
            slowest = feeds[shard].passed() < feeds[slowest].passed() ? shard : slowest;
        }
        return slowest;
    }

    // ---- journals report

    void onReport(Report m) {
        JournalFeed feed = feeds[m.journal.shard];
        feed.reported(m.journal.member, m.epoch, m.last);
        if (m.entry != null) {
            feed.offer(m.entry, m.epoch);
        } else if (m.more != null) {
            for (Entry entry : m.more) {
                feed.offer(entry, m.epoch);
            }
        }
        progress(feed);
    }

    void onPromise(PromiseReport m) {
        JournalFeed feed = feeds[m.promise.leader.shard];
        if (m.promise.epoch > feed.leaderEpoch || feed.leader == null) {
            feed.leader = m.promise.leader;
            feed.leaderEpoch = m.promise.epoch;
            tellHosts(feed);
        }
        feed.reported(m.journal.member, m.promise.epoch, m.through);
        feed.promised(m.promise.epoch, m.promise.afterSequence, m.promise.floor);
        progress(feed);
    }

    private void tellHosts(JournalFeed feed) {
        for (QueryProcessor host : layout.hosts[region][zone]) {
            send(host, new LeaderNews(feed.leader, feed.leaderEpoch));
        }
    }

    private void progress(JournalFeed feed) {
        long before = feed.passed();
        if (feed.advance()) {
            if (feed.merging().isEmpty()) {
                world.observer().promised(place, feed.shard, feed.passed(), world.now());
            }
            if (before <= released) {
                mergeSoon();
            }
        }
        if (feed.hungry()) {
            fetchTimer.ensure(feed.lost() ? 0 : FETCH_AGAIN / 10);
        }
    }

    // ---- merge

    /** Merges now, or together with what else comes within the flush interval of the last release. */
    private void mergeSoon() {
        long wait = movedAt + config.flush - world.now();
        if (wait <= 0 || releases == 0) {
            merge();
        } else {
            flushTimer.ensure(wait);
        }
    }

    private void merge() {
        long upTo = Long.MAX_VALUE;
        for (JournalFeed feed : feeds) {
            if (config.bug(PlantedBug.CROSSBAR_SKIPS_JOURNAL) && feed.shard == feeds.length - 1 && feeds.length > 1) {
                continue;
            }
            upTo = Math.min(upTo, feed.passed());
        }
        if (upTo <= released) {
            return;
        }
        int count = 0;
        for (Entry next = poll(upTo); next != null; next = poll(upTo)) {
            if (count == batch.length) {
                batch = Arrays.copyOf(batch, count * 2);
            }
            batch[count++] = next;
            history.add(next);
            world.observer()
                    .delivered(place, next.shard, next.sequence, next.timestamp, next.attempt, next.rows, world.now());
        }
        Entry[] entries = count == 0 ? NONE : Arrays.copyOf(batch, count);
        release(released, upTo, entries);
        released = upTo;
        if (world.now() - movedAt > STALL) {
            world.observer().happened("watermark-resumed", id, -1, -1, world.now());
        }
        movedAt = world.now();
        if (++releases % SWEEP_EVERY == 0) {
            forget();
        }
    }

    /** The next entry of all journals in timestamp order, if it lies at or below a time. */
    private Entry poll(long upTo) {
        JournalFeed first = null;
        long least = Long.MAX_VALUE;
        for (JournalFeed feed : feeds) {
            Entry head = feed.merging().peek();
            if (head != null && head.timestamp <= upTo && head.timestamp < least) {
                least = head.timestamp;
                first = feed;
            }
        }
        return first == null ? null : first.merging().poll();
    }

    private void forget() {
        long before = released - config.journalRetention;
        while (!history.isEmpty() && history.peek().timestamp <= before) {
            historyFrom = history.poll().timestamp;
        }
    }

    private void release(long after, long upTo, Entry[] entries) {
        long draw = draw(2, releases);
        long delay = slowed(config.hop.sample(draw)) + layout.storageHop.sample(Randomness.mix(draw + 1));
        if (entries.length > 0) {
            delay += config.applyTime.sample(Randomness.mix(draw + 2));
        }
        lastArrival = Math.max(lastArrival, world.now() + delay);
        world.simulation().at(lastArrival, new Release(this, after, upTo, entries));
    }

    void arrive(Release m) {
        for (DsqlNode each : subscribers) {
            if (each.up() && !each.paused() && world.reachable(this, each)) {
                ((Subscriber) each).onRelease(this, m.after, m.upTo, m.entries);
            }
        }
    }

    /** A subscriber missed something: it gets all that this crossbar remembers after a time. */
    void onResync(Resync m) {
        long since = Math.max(m.since, historyFrom);
        int count = 0;
        for (Entry entry : history) {
            if (entry.timestamp > since) {
                count++;
            }
        }
        Entry[] entries = new Entry[count];
        int i = 0;
        for (Entry entry : history) {
            if (entry.timestamp > since) {
                entries[i++] = entry;
            }
        }
        send(m.asker, new Replay(this, since, released, entries));
    }

    // ---- what is missing

    private void fetchMissing() {
        for (JournalFeed feed : feeds) {
            if (!feed.hungry()) {
                continue;
            }
            Journal[] members = layout.journals[feed.shard];
            int holder = feed.lost() ? (int) Long.remainderUnsigned(fetches, members.length) : feed.holder();
            if (holder >= 0) {
                long from = feed.lost() ? 0 : feed.certain() + 1;
                send(members[holder], new Fetch(this, from, feed.passed(), fetches++));
            }
            fetchTimer.ensure(FETCH_AGAIN);
        }
    }

    void onFetched(Fetched m) {
        JournalFeed feed = feeds[m.journal.shard];
        if (feed.lost() || m.gone && m.from > feed.certain() + 1) {
            feed.startAt(m.from);
            world.observer().restored(place, feed.shard, m.from - 1, world.now());
        }
        if (m.gone) {
            skipTo(m.entries.length > 0 ? m.entries[0].timestamp - 1 : feed.passed());
        }
        feed.reported(m.journal.member, m.epoch, m.through);
        for (Entry entry : m.entries) {
            feed.offer(entry, m.epoch);
        }
        progress(feed);
    }

    /** What lies before a time is only in the snapshot: this zone's storage has to be made anew from it. */
    private void skipTo(long time) {
        historyFrom = Math.max(historyFrom, time);
        for (StorageReplica each : replicas) {
            if (each.up() && each.watermark() < time) {
                each.rebuild();
            }
        }
    }

    // ---- crash

    @Override
    protected void onCrash() {
        history.clear();
        for (JournalFeed feed : feeds) {
            feed.restart(0);
        }
    }

    /** Reads the journals again from as far back as they go: subscribers may have missed any of it. */
    @Override
    protected void onRestart() {
        released = Math.max(0, clock.earliest() - config.journalRetention);
        historyFrom = released;
        for (JournalFeed feed : feeds) {
            feed.restart(released);
        }
        fetchTimer.set(0);
    }

    // ---- messages

    boolean hears(Journal journal) {
        return up() && !paused() && world.reachable(journal, this);
    }
}
