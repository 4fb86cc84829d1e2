package dsqlsim.architecture.aurora;

import dsqlsim.engine.Redo;
import dsqlsim.world.Timer;
import java.util.ArrayDeque;
import java.util.Deque;

/** {@code rds.global_db_rpo}: while every secondary lags by more than so much, durable commits are not acknowledged. */
final class RpoGuard {
    private static final long CHECK_AGAIN = 200_000_000L;

    private final Global global;
    private final long limit;
    private final Deque<Redo> held = new ArrayDeque<>();
    private DbInstance holder;
    private Timer check;

    RpoGuard(Global global, long limit) {
        this.global = global;
        this.limit = limit;
    }

    /** Whether a durable commit has to wait; then it is released later. */
    boolean holds(DbInstance writer, Redo redo) {
        if (limit == Long.MAX_VALUE) {
            return false;
        }
        if (holder != writer) {
            holder = writer;
            held.clear();
            check = new Timer(writer, Kinds.TIMER, this::check);
        }
        if (held.isEmpty() && !exceeded(writer)) {
            return false;
        }
        if (held.isEmpty()) {
            writer.world().observer().happened("commits-blocked", writer.id, -1, -1, writer.now());
        }
        held.add(redo);
        check.ensure(CHECK_AGAIN);
        return true;
    }

    /** A writer has crashed: what it held back is durable, and the next writer finds it. */
    void forget(DbInstance writer) {
        if (holder == writer) {
            held.clear();
        }
    }

    private void check() {
        while (!held.isEmpty() && !exceeded(holder)) {
            holder.release(held.poll());
        }
        if (!held.isEmpty()) {
            check.set(CHECK_AGAIN);
        } else {
            holder.world().observer().happened("commits-unblocked", holder.id, -1, -1, holder.now());
        }
    }

    private boolean exceeded(DbInstance writer) {
        ReplicationServer server = writer.cluster.server;
        for (Cluster each : global.clusters()) {
            Channel channel = each == writer.cluster ? null : server.channel(each.region);
            boolean secondary = each != writer.cluster;
            if (secondary && (channel == null || channel.lag(writer.now()) <= limit)) {
                return false;
            }
        }
        return true;
    }
}
