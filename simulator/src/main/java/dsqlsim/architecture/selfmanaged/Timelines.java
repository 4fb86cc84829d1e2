package dsqlsim.architecture.selfmanaged;

import java.util.ArrayList;
import java.util.List;

/** The histories of the database: each takeover or restore goes on from some place of an earlier one, and leaves the rest of it behind. */
final class Timelines {
    private record Branch(int from, long lsn) {}

    private final List<Branch> all = new ArrayList<>(List.of(new Branch(-1, 0)));

    /** Begins another, after a place of one; answers its number. */
    int begin(int from, long lsn) {
        all.add(new Branch(from, lsn));
        return all.size() - 1;
    }

    /** Whether what has a timeline up to a place has a commit of another, or the same, in it. */
    boolean holds(int timeline, long lsn, int ofTimeline, long ofLsn) {
        long reaches = lsn;
        int at = timeline;
        while (at > ofTimeline) {
            reaches = Math.min(reaches, all.get(at).lsn);
            at = all.get(at).from;
        }
        return at == ofTimeline && ofLsn <= reaches;
    }
}
