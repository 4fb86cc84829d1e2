package dsqlsim.architecture.lww;

import dsqlsim.txn.Incident;
import dsqlsim.txn.Observer;
import java.util.Arrays;

/** The rows of one replica, each in the one version that has prevailed so far. */
final class Store {
    private static final int PAGE = 512;

    private final Resolver resolver;
    private final Observer observer;
    private final int region;
    private Item[][] pages = new Item[16][];

    Store(Resolver resolver, Observer observer, int region) {
        this.resolver = resolver;
        this.observer = observer;
        this.region = region;
    }

    /** The version of a row, or null in its first state. */
    Item get(int row) {
        int page = row / PAGE;
        return page < pages.length && pages[page] != null ? pages[page][row % PAGE] : null;
    }

    /** Takes in a version that was written in this region or arrives from another, at a time. */
    void put(Item newcomer, boolean ofRegion, long now) {
        int row = newcomer.write.row;
        Item holder = get(row);
        if (holder == null) {
            set(row, newcomer);
        } else if (holder.write != newcomer.write) {
            set(row, resolve(newcomer, holder, ofRegion, now));
        }
    }

    /** Everything that another replica holds. */
    void copy(Store other) {
        pages = new Item[other.pages.length][];
        for (int page = 0; page < pages.length; page++) {
            pages[page] = other.pages[page] == null ? null : other.pages[page].clone();
        }
    }

    /** The one of two versions that prevails; nothing is kept. */
    Item prevailing(Item one, Item other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return resolver.prevails(one, other) ? one.over(other) : other.over(one);
    }

    private Item resolve(Item newcomer, Item holder, boolean ofRegion, long now) {
        boolean update = ofRegion && resolver.updatesInPlace() && newcomer.knows(holder.write);
        boolean replaces = update || resolver.prevails(newcomer, holder);
        Item winner = replaces ? newcomer : holder;
        Item loser = replaces ? holder : newcomer;
        if (!winner.knows(loser.write)) {
            tell(winner, loser, now);
        }
        return winner.over(loser);
    }

    /** A version prevailed that did not know the other. */
    private void tell(Item winner, Item loser, long now) {
        Write gone = loser.write;
        if (loser.knows(winner.write)) {
            count(Incident.CAUSAL_INVERSIONS, gone.inverted(), now);
        } else {
            count(Incident.CONFLICTS, gone.conflicts(), now);
            count(Incident.UNNOTICED_CONFLICTS, !resolver.noticesConflicts() && gone.unseen(), now);
        }
        gone.overwrite();
        count(Incident.LOST_UPDATES, gone.lost(), now);
    }

    private void count(Incident what, boolean news, long now) {
        if (news) {
            observer.counted(what, region, now);
        }
    }

    private void set(int row, Item item) {
        int page = row / PAGE;
        if (page >= pages.length) {
            pages = Arrays.copyOf(pages, Math.max(page + 1, 2 * pages.length));
        }
        if (pages[page] == null) {
            pages[page] = new Item[PAGE];
        }
        pages[page][row % PAGE] = item;
    }
}
