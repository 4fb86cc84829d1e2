package dsqlsim.measure;

import dsqlsim.txn.Incident;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** How often what happened that a design has no answer to, per phase and region. */
final class Incidents {
    private static final Incident[] KINDS = Incident.values();

    private final Phases phases;
    private final int places;
    private final long[][] counts;

    Incidents(Phases phases, int regions) {
        this.phases = phases;
        this.places = regions + 1;
        this.counts = new long[phases.count()][KINDS.length * places];
    }

    void counted(Incident what, int region, long now) {
        for (int phase : phases.at(now)) {
            counts[phase][what.ordinal() * places + region + 1]++;
        }
    }

    void clear(int phase) {
        Arrays.fill(counts[phase], 0);
    }

    /** In a region, or everywhere when it is -1. */
    long count(Incident what, int region, int phase) {
        if (region >= 0) {
            return counts[phase][what.ordinal() * places + region + 1];
        }
        long sum = 0;
        for (int place = 0; place < places; place++) {
            sum += counts[phase][what.ordinal() * places + place];
        }
        return sum;
    }

    /** All counts of the whole run by name, zeros too. */
    Map<String, Long> all() {
        Map<String, Long> all = new LinkedHashMap<>();
        for (Incident each : KINDS) {
            all.put(each.label(), count(each, -1, Phases.WHOLE));
        }
        return all;
    }
}
