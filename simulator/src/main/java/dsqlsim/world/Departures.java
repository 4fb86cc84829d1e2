package dsqlsim.world;

/** Messages of a link that have been handed over and will leave later, in the order of leaving, which is that of their arrival too. */
final class Departures {
    private long[] departAt = new long[4];
    /** No message arrives before one that leaves sooner. */
    private long[] arrival = new long[4];

    private int head;
    private int size;

    /** Takes a message in that leaves at a time and would arrive at another; returns when it does. */
    long add(long departs, long arrives) {
        if (size == departAt.length) {
            grow();
        }
        int place = size++;
        while (place > 0 && departAt[index(place - 1)] > departs) {
            departAt[index(place)] = departAt[index(place - 1)];
            arrival[index(place)] = Math.max(arrives, arrival[index(place - 1)]);
            place--;
        }
        long at = place == 0 ? arrives : Math.max(arrives, arrival[index(place - 1)]);
        departAt[index(place)] = departs;
        arrival[index(place)] = at;
        return at;
    }

    /** Lets go of those that have left by now; returns when the last of them arrives, or 0. */
    long leave(long now) {
        long last = 0;
        while (size > 0 && departAt[head] <= now) {
            last = arrival[head];
            head = index(1);
            size--;
        }
        return last;
    }

    private int index(int place) {
        return (head + place) & (departAt.length - 1);
    }

    private void grow() {
        long[] moreDepartures = new long[departAt.length * 2];
        long[] moreArrivals = new long[departAt.length * 2];
        for (int i = 0; i < size; i++) {
            moreDepartures[i] = departAt[index(i)];
            moreArrivals[i] = arrival[index(i)];
        }
        departAt = moreDepartures;
        arrival = moreArrivals;
        head = 0;
    }
}
