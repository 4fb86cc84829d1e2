package dsqlsim.check;

import java.util.Locale;

/** A timestamp in evidence: seconds, exact to the nanosecond. Written only when it is told. */
record Instant(long nanos) {
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%d.%09d s", nanos / 1_000_000_000, nanos % 1_000_000_000);
    }
}
