package dsqlsim.report;

import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

/**
 * How long a fault kept the last users from good service.
 *
 * @param seconds since the injection; to the end of the run when some never recovered
 * @param label what to write beside it
 */
record Outage(double seconds, String label) {

    /** Empty when nobody was kept from it, nothing is known, or the fault repeats: a figure is of its worst repetition, whichever. */
    static Optional<Outage> of(FaultResult fault, double end) {
        if (fault.windows().size() > 1) {
            return Optional.empty();
        }
        if (fault.rto().stream().anyMatch(time -> time.seconds() == null && time.goodWithin() != null)) {
            return Optional.of(new Outage(Math.max(0, end - fault.at()), "not recovered"));
        }
        return fault.rto().stream()
                .map(RecoveryTime::seconds)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .filter(seconds -> seconds > 0)
                .map(seconds -> new Outage(seconds, "RTO " + Figures.duration(seconds)));
    }
}
