package dsqlsim.trace;

import dsqlsim.world.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How long nodes were busy with a transaction: from the arrival of a message to the departure that follows on it. */
final class Work {
    private record Moment(Node node, long at, boolean arrival) {}

    private final Seen seen;

    Work(Seen seen) {
        this.seen = seen;
    }

    List<Seen.Waited> spans() {
        List<Moment> moments = new ArrayList<>();
        for (Hop hop : seen.hops) {
            moments.add(new Moment(hop.from, hop.departAt, false));
            if (hop.arrived()) {
                moments.add(new Moment(hop.to, hop.arrivedAt, true));
            }
        }
        moments.sort(Comparator.comparingLong(Moment::at));
        List<Seen.Waited> spans = new ArrayList<>();
        for (int i = 0; i < moments.size(); i++) {
            Moment moment = moments.get(i);
            if (moment.arrival()) {
                Moment next = next(moments, i);
                if (next != null && !next.arrival() && !waiting(moment.node(), next.at())) {
                    spans.add(new Seen.Waited(moment.node(), moment.at(), next.at(), "works on it"));
                }
            }
        }
        return spans;
    }

    /** What comes next at the same node. */
    private static Moment next(List<Moment> moments, int after) {
        Node node = moments.get(after).node();
        for (int i = after + 1; i < moments.size(); i++) {
            if (moments.get(i).node() == node) {
                return moments.get(i);
            }
        }
        return null;
    }

    /** Whether it is known what was waited for. */
    private boolean waiting(Node node, long until) {
        return seen.waits.stream().anyMatch(each -> each.node() == node && each.until() == until);
    }
}
