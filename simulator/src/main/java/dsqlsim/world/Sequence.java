package dsqlsim.world;

/** Messages that do not overtake each other. Order is that of leaving: what leaves sooner overtakes what was announced to leave later. */
final class Sequence {
    private long lastArrival;
    /** Messages that leave later; null until there is one. */
    private Departures later;

    /** When a message arrives that leaves now or later and would arrive at {@code arrival} if it were alone. */
    long arrival(long now, long departAt, long arrival) {
        if (later != null) {
            lastArrival = Math.max(lastArrival, later.leave(now));
        }
        if (departAt <= now) {
            lastArrival = Math.max(lastArrival, arrival);
            return lastArrival;
        }
        if (later == null) {
            later = new Departures();
        }
        return later.add(departAt, Math.max(arrival, lastArrival));
    }
}
