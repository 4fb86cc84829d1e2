package dsqlsim.architecture.lww;

import dsqlsim.txn.Incident;
import java.util.ArrayDeque;

/** The transactions of a replica's clients that have been written and are not yet on enough disks of the region. */
final class Commits {
    private record Pending(Session session, Entry entry, long since) {}

    private final Replica at;
    private final ArrayDeque<Pending> pending = new ArrayDeque<>();

    Commits(Replica at) {
        this.at = at;
    }

    void add(Session session, Entry entry) {
        pending.add(new Pending(session, entry, at.now()));
        at.replication.append(entry);
    }

    /** Acknowledges what is on enough disks by now. */
    void advance(Replication replication) {
        if (pending.isEmpty()) {
            return;
        }
        long durable = replication.onDisksOf(at.config.writeQuorum);
        while (!pending.isEmpty() && pending.peek().entry.sequence <= durable) {
            acknowledge(pending.poll());
        }
    }

    private void acknowledge(Pending done) {
        Entry entry = done.entry;
        at.world().observer().commitWaited(at.origin, at.now() - done.since, 0, at.now());
        entry.acknowledged = done.session.committed(entry);
        for (Item each : entry.items) {
            if (each.write.lost()) {
                at.world().observer().counted(Incident.LOST_UPDATES, at.region, at.now());
            }
        }
    }

    void clear() {
        pending.clear();
    }
}
