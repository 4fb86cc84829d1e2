package dsqlsim.kernel;

import java.math.BigInteger;

/**
 * A queue in front of servers, first come first served. When a job is admitted its departure is already known, so it costs one event
 * and not three.
 *
 * <p>Keeps two books that must agree whenever it is empty (Little's law): what each job was told its stay would be, and how many were
 * there over time.
 */
public final class Station {
    /** As many servers as there are jobs: nobody waits. */
    public static final int UNLIMITED = Integer.MAX_VALUE;

    private final int servers;

    /** When each server that has been used yet will be free. */
    private final LongHeap freeAt = new LongHeap();

    /** When each job present will leave. */
    private final LongHeap departures = new LongHeap();

    private final WideSum stays = new WideSum();
    private final WideSum present = new WideSum();
    private final WideSum busy = new WideSum();
    private long admitted;
    private long bookedUntil;

    /** A station with so many servers, or {@link #UNLIMITED}. */
    public Station(int servers) {
        Invariant.check(servers > 0, "a station needs servers, not %s", servers);
        this.servers = servers;
    }

    /** Takes a job in at the time {@code now}, not before that of the job before, and returns when it leaves. In nanoseconds. */
    public long admit(long now, long serviceNanos) {
        book(now);
        long departure = start(now, serviceNanos) + serviceNanos;
        departures.add(departure);
        stays.add(departure - now);
        admitted++;
        return departure;
    }

    /** How long a job admitted now would wait before its service begins, in nanoseconds. */
    public long backlog(long now) {
        return freeAt.size() < servers ? 0 : Math.max(0, freeAt.least() - now);
    }

    /** How many jobs are here, waiting or in service. */
    public int present(long now) {
        book(now);
        return departures.size();
    }

    /** How many jobs have been admitted. */
    public long admitted() {
        return admitted;
    }

    /** Everything here is lost, as in a crash: the jobs leave now, unfinished, and the servers are free. */
    public void clear(long now) {
        book(now);
        for (int i = 0; i < departures.size(); i++) {
            stays.add(now - departures.get(i));
        }
        departures.clear();
        freeAt.clear();
    }

    /** The stays of all jobs added up, in nanoseconds, of those still here too. */
    public BigInteger stayNanos() {
        return stays.value();
    }

    /** The number of jobs present, integrated over time up to now, in nanoseconds. */
    public BigInteger presentNanos(long now) {
        book(now);
        return present.value();
    }

    /** The number of busy servers, integrated over time up to now, in nanoseconds. */
    public BigInteger busyNanos(long now) {
        book(now);
        return busy.value();
    }

    /** The share of the servers' time from 0 to now that they were busy. */
    public double utilisation(long now) {
        return busyNanos(now).doubleValue() / ((double) now * servers);
    }

    private long start(long now, long serviceNanos) {
        if (servers == UNLIMITED) {
            return now;
        }
        if (freeAt.size() < servers && (freeAt.size() == 0 || freeAt.least() > now)) {
            freeAt.add(now + serviceNanos);
            return now;
        }
        long start = Math.max(now, freeAt.least());
        freeAt.replaceLeast(start + serviceNanos);
        return start;
    }

    /** Brings the books up to date. */
    private void book(long now) {
        while (departures.size() > 0 && departures.least() <= now) {
            bookPresent(departures.least());
            departures.removeLeast();
        }
        bookPresent(now);
    }

    private void bookPresent(long until) {
        long elapsed = until - bookedUntil;
        present.addProduct(departures.size(), elapsed);
        busy.addProduct(Math.min(departures.size(), servers), elapsed);
        bookedUntil = until;
    }
}
