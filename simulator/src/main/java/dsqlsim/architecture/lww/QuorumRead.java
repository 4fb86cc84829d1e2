package dsqlsim.architecture.lww;

import dsqlsim.kernel.Randomness;
import dsqlsim.txn.Attempt;
import dsqlsim.txn.Plan;
import dsqlsim.world.Message;
import dsqlsim.world.Timer;

/** The running statement's read: the own rows and those of as many neighbours as the quorum needs; slow ones are not waited for. */
final class QuorumRead {
    private final Replica at;
    private final Session session;
    private final Timer timeout;

    /** Rises with every read, so that late answers find nobody. */
    private long serial;

    private Attempt attempt;
    private int from;
    private int to;
    private int missing;
    private Item[] best = {};

    QuorumRead(Replica at, Session session) {
        this.at = at;
        this.session = session;
        this.timeout = new Timer(at, Kinds.TIMER, this::askOthers);
    }

    boolean open() {
        return missing > 0;
    }

    /** Reads the rows of a statement; false if there is nothing to wait for, and all has been read. */
    boolean start(Attempt of, int statement) {
        serial++;
        attempt = of;
        Plan plan = of.plan;
        from = plan.from(statement);
        to = plan.to(statement);
        best = new Item[to - from];
        boolean any = false;
        for (int i = from; i < to; i++) {
            any |= plan.isRead(i);
        }
        missing = any ? quorum() : 0;
        if (missing == 0) {
            return false;
        }
        at.schedule(at.now() + at.readTime(of.id, statement), new OwnRows(serial));
        int asked = 1;
        for (int distance = 1; distance < neighbours().length && asked < missing; distance++) {
            int left = neighbours().length - distance;
            if (left <= missing - asked || at.replication.heardLately(zone(distance))) {
                ask(distance);
                asked++;
            }
        }
        if (missing > 1) {
            timeout.set(at.config.readTimeout);
        }
        return true;
    }

    void stop() {
        serial++;
        missing = 0;
        timeout.cancel();
    }

    private Replica[] neighbours() {
        return at.layout.regions[at.region];
    }

    private int quorum() {
        return Math.min(at.config.readQuorum, neighbours().length);
    }

    /** The zone that is so many further on. */
    private int zone(int distance) {
        return (at.zone + distance) % neighbours().length;
    }

    private void ask(int distance) {
        at.send(neighbours()[zone(distance)], new Rows(this, serial, attempt, from, to));
    }

    private void askOthers() {
        if (!open()) {
            return; // It fired while the replica was paused, and the read has ended since.
        }
        serial++;
        // The own rows have been read long since, or are as good now.
        best = rows(at, attempt.plan, from, to);
        missing = quorum() - 1;
        for (int distance = 1; distance < neighbours().length; distance++) {
            ask(distance);
        }
        timeout.set(at.config.readTimeout);
    }

    private void add(long of, Item[] items) {
        if (of != serial || missing == 0) {
            return;
        }
        for (int i = 0; i < items.length; i++) {
            best[i] = at.store.prevailing(best[i], items[i]);
        }
        if (--missing == 0) {
            timeout.cancel();
            for (int i = from; i < to; i++) {
                if (attempt.plan.isRead(i)) {
                    session.onRead(i, best[i - from]);
                }
            }
            session.answered();
        }
    }

    private static Item[] rows(Replica of, Plan plan, int from, int to) {
        Item[] items = new Item[to - from];
        for (int i = from; i < to; i++) {
            items[i - from] = plan.isRead(i) ? of.store.get(plan.rows[i]) : null;
        }
        return items;
    }

    /** The own rows have been read. */
    private final class OwnRows extends Own {
        private final long of;

        OwnRows(long of) {
            super(at, false, Kinds.READ);
            this.of = of;
        }

        @Override
        void happen() {
            if (of == serial) {
                add(of, rows(at, attempt.plan, from, to));
            }
        }
    }

    /** A neighbour is asked for its rows. */
    private static final class Rows extends Message<Replica> {
        private final QuorumRead read;
        private final long serial;
        private final Attempt attempt;
        private final int from;
        private final int until;

        Rows(QuorumRead read, long serial, Attempt attempt, int from, int until) {
            this.read = read;
            this.serial = serial;
            this.attempt = attempt;
            this.from = from;
            this.until = until;
        }

        @Override
        protected void deliver() {
            if (to.serves()) {
                Item[] items = rows(to, attempt.plan, from, until);
                to.send(read.at, new RowsRead(this, items), to.now() + to.readTime(attempt.id, from));
            }
        }

        @Override
        protected long identity() {
            return Randomness.key(attempt.id, Randomness.key(serial, from));
        }

        @Override
        protected int kind() {
            return Kinds.READ;
        }
    }

    /** A neighbour's rows. */
    private static final class RowsRead extends Message<Replica> {
        private final Rows asked;
        private final Item[] items;

        RowsRead(Rows asked, Item[] items) {
            this.asked = asked;
            this.items = items;
        }

        @Override
        protected void deliver() {
            asked.read.add(asked.serial, items);
        }

        @Override
        protected long identity() {
            return asked.identity();
        }

        @Override
        protected int kind() {
            return Kinds.READ_DONE;
        }
    }
}
