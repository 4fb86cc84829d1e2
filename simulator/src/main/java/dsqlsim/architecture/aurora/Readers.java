package dsqlsim.architecture.aurora;

import dsqlsim.engine.Redo;
import dsqlsim.engine.Session;
import dsqlsim.world.Message;
import java.util.ArrayList;
import java.util.List;

/**
 * How an instance that does not write sees what is written: by a stream of the writer's commits, shown after a lag and in order. Their
 * content is in the storage that all share; the stream says up to where it may be shown.
 */
final class Readers {
    private static final long READ_AGAIN = 100_000_000L;

    /** A statement that waits for a place. */
    private record Waiting(Session session, int turn, long lsn, long since) {}

    private final DbInstance self;
    private final Volume volume;
    private final List<Waiting> waiting = new ArrayList<>();
    /** Up to where this instance shows what is written, and the commit timestamp there. */
    private long shown;

    private long shownTimestamp;
    /** When the last commit streamed leaves for readers. */
    private long lastDeparture;

    Readers(DbInstance self) {
        this.self = self;
        this.volume = self.cluster.volume;
    }

    // ---- at the writer

    /** Tells the region's other instances of a commit; where nobody reads at them, nothing would be seen of it. */
    void stream(Redo redo) {
        if (self.cluster.readersMatter()) {
            long lag = self.aurora().readerLag.sample(self.drawOf(22, redo.attempt));
            lastDeparture = Math.max(lastDeparture, self.now() + lag);
            for (DbInstance each : self.cluster.instances) {
                if (each != self && each.state() == DbInstance.State.READER) {
                    self.tell(each, new Shown(redo.lsn, redo.timestamp), lastDeparture);
                }
            }
        }
    }

    /** A new writer says where it begins. */
    void announce() {
        for (DbInstance each : self.cluster.instances) {
            if (each != self && each.state() == DbInstance.State.READER) {
                self.tell(each, new Shown(volume.installed(), volume.visible()), self.now());
            }
        }
    }

    // ---- at a reader

    long shown() {
        return self.state() == DbInstance.State.WRITER ? volume.installed() : shown;
    }

    /** Shows all that the storage has. */
    void catchUp() {
        show(volume.installed(), volume.visible());
    }

    void show(long lsn, long timestamp) {
        if (lsn <= shown) {
            return;
        }
        shown = lsn;
        shownTimestamp = timestamp;
        for (int i = 0; i < waiting.size(); i++) {
            Waiting each = waiting.get(i);
            if (each.lsn <= lsn) {
                waiting.remove(i--);
                self.world().observer().readWaited(self.region, self.now() - each.since, self.now());
                each.session.goOn(each.turn);
            }
        }
    }

    /** Another line of history is shown from here on. */
    void restart(long lsn, long timestamp) {
        shown = lsn;
        shownTimestamp = timestamp;
    }

    long snapshot(Session session) {
        if (self.aurora().lagPerRead) {
            long lag = self.aurora().readerLag.sample(self.drawOf(23, session.attempt().id));
            return Math.max(0, Math.min(volume.visible(), self.now() - lag));
        }
        return self.cluster.readersMatter() ? shownTimestamp : volume.visible();
    }

    /** Whether three storage copies can be read; if not, the statement tries again. */
    boolean readable(Session session) {
        if (volume.reachable(self) >= AuroraConfig.READ_QUORUM) {
            return true;
        }
        self.world().simulation().after(READ_AGAIN, new ReadAgain(session, self.id));
        return false;
    }

    /** A statement goes on when a place is shown. */
    void await(Session session, long lsn) {
        waiting.add(new Waiting(session, session.turn(), lsn, self.now()));
    }

    void clear() {
        waiting.clear();
    }

    /** A reader may show the log up to a place. */
    static final class Shown extends Message<DbInstance> {
        private final long lsn;
        private final long timestamp;

        Shown(long lsn, long timestamp) {
            this.lsn = lsn;
            this.timestamp = timestamp;
        }

        @Override
        protected void deliver() {
            to.readers().show(lsn, timestamp);
        }

        @Override
        protected long identity() {
            return lsn;
        }

        @Override
        protected int kind() {
            return Kinds.REDO;
        }
    }

    /** A statement tries to read again. */
    private static final class ReadAgain extends dsqlsim.kernel.Event {
        private final Session session;
        private final int turn;
        private final int node;

        ReadAgain(Session session, int node) {
            this.session = session;
            this.turn = session.turn();
            this.node = node;
        }

        @Override
        protected void fire() {
            session.goOn(turn);
        }

        @Override
        protected int kind() {
            return Kinds.TIMER;
        }

        @Override
        protected int node() {
            return node;
        }
    }
}
