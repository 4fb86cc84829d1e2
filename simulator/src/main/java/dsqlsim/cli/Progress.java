package dsqlsim.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.DoubleConsumer;
import java.util.function.LongSupplier;

/** One line on a terminal that says how far a run is and how long it will still take. */
final class Progress implements DoubleConsumer {
    private static final long PATIENCE_NANOS = Duration.ofMillis(500).toNanos();
    private static final long BETWEEN_NANOS = Duration.ofMillis(200).toNanos();
    private static final String CLEAR = "\r\033[K";

    private final PrintWriter to;
    private final String name;
    private final LongSupplier clock;
    private final long startedNanos;
    private long saidNanos;
    private boolean said;
    private double share;

    Progress(PrintWriter to, String name, LongSupplier clock) {
        this.to = to;
        this.name = name;
        this.clock = clock;
        this.startedNanos = clock.getAsLong();
        this.saidNanos = startedNanos + PATIENCE_NANOS - BETWEEN_NANOS; // What is over at once needs no progress.
    }

    /** The share that is done; several threads may tell. */
    @Override
    public synchronized void accept(double done) {
        share = Math.max(share, done);
        long now = clock.getAsLong();
        if (now - saidNanos < BETWEEN_NANOS || share <= 0) {
            return;
        }
        saidNanos = now;
        said = true;
        double left = (now - startedNanos) / 1e9 * (1 - share) / share;
        to.print(String.format(Locale.ROOT, "%s%s: %.0f %%, %s left", CLEAR, name, share * 100, text(left)));
        to.flush();
    }

    /** Takes the line away. */
    synchronized void close() {
        if (said) {
            to.print(CLEAR);
            to.flush();
        }
    }

    private static String text(double seconds) {
        long whole = (long) StrictMath.ceil(seconds);
        return whole < 60 ? whole + " s" : whole / 60 + " min " + whole % 60 + " s";
    }
}
