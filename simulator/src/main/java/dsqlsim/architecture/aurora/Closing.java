package dsqlsim.architecture.aurora;

/** A switchover at the region that gives up: its writer takes no writes any more, and its successor is told where the log ends. */
final class Closing {
    private static final long NONE = -1;
    private static final long NOT_KNOWN_YET = 0;

    private final ControlPlane self;
    private final Cluster cluster;
    /** Durable: where the log ends. */
    private long marker = NONE;

    Closing(ControlPlane self, Cluster cluster) {
        this.self = self;
        this.cluster = cluster;
    }

    /** Whether the writer is to take no writes, for another region is about to. */
    boolean underWay() {
        return marker != NONE;
    }

    /** Stops writes for a region that wants to take over, and tells it where the log ends. */
    void begin(ControlPlane successor) {
        DbInstance writer = self.writer();
        if (!self.primary() || writer == null || !self.reaches(writer)) {
            return;
        }
        if (marker == NONE) {
            marker = NOT_KNOWN_YET;
            self.happened("writes-stopped", writer);
            writer.close(() -> {
                marker = cluster.volume.installed();
                tell(writer, successor);
            });
        } else if (marker != NOT_KNOWN_YET) {
            tell(writer, successor);
        }
    }

    private void tell(DbInstance writer, ControlPlane successor) {
        writer.tell(successor, new Word(Word.What.MARKER, cluster, marker), writer.now());
    }

    /** The other region does not take over after all. */
    void giveUp() {
        if (underWay()) {
            marker = NONE;
            DbInstance writer = self.writer();
            self.happened("writes-resumed", writer);
            if (writer != null) {
                writer.reopen();
            }
        }
    }

    /** The other region writes. */
    void done() {
        marker = NONE;
    }
}
