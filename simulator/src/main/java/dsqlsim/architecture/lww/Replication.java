package dsqlsim.architecture.lww;

import dsqlsim.kernel.Randomness;
import dsqlsim.world.Timer;
import java.util.ArrayList;
import java.util.List;

/**
 * The logs of a replica and how they get about. An entry goes to its origin's own disk first, then by its streams to the others
 * of its region and to one of each other region, who passes it on in his. Neighbours tell each other what they have, make up for
 * what one lacks, and send the log of one that has fallen silent.
 *
 * <p>Durable are the logs, and what has not been shown yet.
 */
final class Replication {
    private final Replica at;
    private final Layout layout;
    private final Config config;
    private final int zones;
    private final Log[] logs;
    private final List<Entry> unshown = new ArrayList<>();

    /** By origin: up to where entries have arrived, be they on disk yet or not. */
    private final long[] arrived;

    /** By origin: to each other replica of the region by zone, then to each other region. */
    private final Stream[][] streams;

    /** By zone: what it last said it had, and when it was last heard. */
    private final long[][] neighbours;

    private final long[] heardAt;
    private final Timer heartbeat;
    private long diskFreeAt;
    private double diskSlowness = 1;
    private long readyAt;
    private long beats;

    Replication(Replica at, int zones, int origins) {
        this.at = at;
        this.layout = at.layout;
        this.config = at.config;
        this.zones = zones;
        logs = new Log[origins];
        for (int o = 0; o < origins; o++) {
            logs[o] = new Log();
        }
        arrived = new long[origins];
        streams = new Stream[origins][];
        neighbours = new long[zones][origins];
        heardAt = new long[zones];
        heartbeat = new Timer(at, Kinds.TIMER, this::beat);
    }

    /** Begins, with nothing written anywhere, once all replicas are there. */
    void start() {
        for (int o = 0; o < logs.length; o++) {
            connect(o, layout.origins.get(o).region == at.region);
        }
        for (Stream each : streams[at.origin]) {
            if (each != null) {
                each.agreeOnNothing();
                each.run();
            }
        }
        heartbeat.set(1 + Randomness.below(at.draw(1, 0), config.heartbeat));
    }

    private void connect(int origin, boolean ofRegion) {
        streams[origin] = new Stream[zones + (ofRegion ? layout.regions.length : 0)];
        for (Replica each : layout.regions[at.region]) {
            streams[origin][each.zone] =
                    each == at ? null : new Stream(at, logs[origin], origin, new Replica[] {each}, 0);
        }
        for (int r = 0; ofRegion && r < layout.regions.length; r++) {
            Replica[] targets = layout.regions[r];
            streams[origin][zones + r] = r == at.region ? null : new Stream(at, logs[origin], origin, targets, at.zone);
        }
    }

    Log log(int origin) {
        return logs[origin];
    }

    void scaleDiskSlowness(double factor) {
        diskSlowness *= factor;
    }

    // ---- entries

    /** The sequence that the next own entry gets. */
    long nextSequence() {
        return arrived[at.origin] + 1;
    }

    /** Takes an own entry. */
    void append(Entry entry) {
        toDisk(at, entry.origin, entry.sequence - 1, new Entry[] {entry});
    }

    void onBatch(Batch m) {
        if (!at.serves()) {
            return;
        }
        if (m.after > arrived[m.origin]) {
            answer(m.fromReplica(), m.origin, true);
        } else if (m.after + m.entries.length <= arrived[m.origin]) {
            answer(m.fromReplica(), m.origin, false);
        } else {
            toDisk(m.fromReplica(), m.origin, m.after, m.entries);
        }
    }

    private void answer(Replica to, int origin, boolean gap) {
        at.send(to, new Have(origin, logs[origin].last(), gap, ++beats));
    }

    private void toDisk(Replica from, int origin, long after, Entry[] entries) {
        arrived[origin] = after + entries.length;
        long persist = config.persist.sample(at.draw(4, Randomness.key(origin, arrived[origin])));
        diskFreeAt = Math.max(diskFreeAt, at.now() + (long) (at.atItsPace(persist) * diskSlowness));
        at.schedule(diskFreeAt, new Own(at, true, Kinds.PERSISTED) {
            @Override
            void happen() {
                persisted(from, origin, entries);
            }
        });
    }

    /** Entries are on the disk: they count, are shown and are sent on. */
    private void persisted(Replica from, int origin, Entry[] entries) {
        boolean own = origin == at.origin;
        for (Entry entry : entries) {
            if (entry.sequence == logs[origin].last() + 1) {
                if (own) {
                    entry.durableAt = at.now();
                    readyAt = Math.max(readyAt, at.now() + config.lag.sample(at.draw(5, entry.sequence)));
                    entry.readyAt = readyAt;
                }
                logs[origin].add(entry);
                if (from.region != at.region) {
                    at.world().observer().replicated(at.region, at.now() - entry.durableAt, at.now());
                }
                show(entry);
            }
        }
        if (own || from.region != at.region) {
            for (Stream each : streams[origin]) {
                if (each != null) {
                    each.run();
                }
            }
        }
        if (own) {
            at.commits.advance(this);
        } else {
            answer(from, origin, false);
        }
    }

    private void show(Entry entry) {
        long delay = config.applyDelay.sample(at.draw(6, Randomness.key(entry.origin, entry.sequence)));
        if (delay == 0 || layout.origins.get(entry.origin).region == at.region) {
            apply(entry);
            return;
        }
        unshown.add(entry);
        at.schedule(at.now() + delay, new Own(at, false, Kinds.APPLY) {
            @Override
            void happen() {
                unshown.remove(entry);
                apply(entry);
            }
        });
    }

    private void apply(Entry entry) {
        boolean ofRegion = layout.origins.get(entry.origin).region == at.region;
        for (Item each : entry.items) {
            at.store.put(each, ofRegion, at.now());
        }
    }

    void onHave(Replica by, int origin, long sequence, boolean gap) {
        boolean near = by.region == at.region;
        Stream stream = streams[origin][near ? by.zone : zones + by.region];
        if (gap) {
            stream.onGap(sequence);
        } else {
            stream.onHave(sequence);
        }
        if (near && origin == at.origin) {
            at.commits.advance(this);
        }
    }

    /** The sequence of the own log that so many replicas of the region have on disk, this one included. */
    long onDisksOf(int replicas) {
        if (replicas <= 1) {
            return logs[at.origin].last();
        }
        long best = 0;
        for (int z = 0; z < zones; z++) {
            long candidate = confirmedBy(z);
            int others = 0;
            for (int other = 0; other < zones; other++) {
                others += confirmedBy(other) >= candidate ? 1 : 0;
            }
            best = others >= replicas ? Math.max(best, candidate) : best;
        }
        return best;
    }

    private long confirmedBy(int zone) {
        Stream stream = streams[at.origin][zone];
        return stream == null ? logs[at.origin].last() : stream.confirmed();
    }

    // ---- neighbours

    private void beat() {
        heartbeat.set(config.heartbeat);
        beats++;
        long[] have = new long[logs.length];
        for (int o = 0; o < have.length; o++) {
            have[o] = logs[o].last();
            // That everybody has an entry only the simulator knows: it spares its memory, and nobody will ask for it.
            logs[o].drop(layout.everywhere(o));
        }
        for (Replica each : layout.regions[at.region]) {
            if (each != at) {
                at.send(each, new Heartbeat(have, beats));
            }
        }
        tellEndpoint();
        standIn();
    }

    /** Whether this replica serves, for those who want a connection. */
    void tellEndpoint() {
        at.send(layout.endpoints[at.region], new Endpoint.Alive(at, at.serves(), ++beats));
    }

    /** Sends the logs of silent neighbours to other regions: the next in the order of zones who is alive does. */
    private void standIn() {
        for (Replica each : layout.regions[at.region]) {
            if (each == at) {
                continue;
            }
            boolean mine = silent(each.zone);
            for (int z = (each.zone + 1) % zones; mine && z != at.zone; z = (z + 1) % zones) {
                mine = silent(z);
            }
            for (int r = 0; r < layout.regions.length; r++) {
                Stream stream = streams[each.origin][zones + r];
                if (stream != null && mine) {
                    stream.run();
                } else if (stream != null) {
                    stream.stop();
                }
            }
        }
    }

    private boolean silent(int zone) {
        return at.now() - heardAt[zone] > config.takeover;
    }

    /** Whether a neighbour was heard of lately, and is worth being asked first. */
    boolean heardLately(int zone) {
        return at.now() - heardAt[zone] <= Layout.BEATS_MISSED * config.heartbeat;
    }

    /** A neighbour that lacks what is here, and has not moved since its last sign of life, is sent it. */
    void onHeartbeat(Replica by, long[] have) {
        heardAt[by.zone] = at.now();
        for (int o = 0; o < have.length; o++) {
            Stream stream = streams[o][by.zone];
            if (have[o] < logs[o].last() && have[o] <= neighbours[by.zone][o]) {
                stream.onGap(have[o]);
                stream.run();
            } else if (have[o] >= logs[o].last() && o != at.origin) {
                stream.stop();
            }
            neighbours[by.zone][o] = have[o];
        }
    }

    // ---- faults

    /** What was not on disk is gone. */
    void crash() {
        heartbeat.cancel();
        diskFreeAt = 0;
        for (int o = 0; o < logs.length; o++) {
            arrived[o] = logs[o].last();
            for (Stream each : streams[o]) {
                if (each != null) {
                    each.forget();
                }
            }
        }
    }

    void resume() {
        unshown.forEach(this::apply);
        unshown.clear();
        for (Stream each : streams[at.origin]) {
            if (each != null) {
                each.run();
            }
        }
        for (int z = 0; z < zones; z++) {
            heardAt[z] = at.now();
        }
        beat();
    }

    void loseDisk() {
        unshown.clear();
        for (Log log : logs) {
            log.copy(new Log());
        }
        crash();
    }

    /** Takes over the logs of another replica, as they are. */
    void copy(Replication other) {
        for (int o = 0; o < logs.length; o++) {
            logs[o].copy(other.logs[o]);
            arrived[o] = logs[o].last();
        }
        unshown.addAll(other.unshown);
    }
}
