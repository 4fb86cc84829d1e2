package dsqlsim.architecture;

import dsqlsim.kernel.Randomness;
import dsqlsim.txn.Outcome;
import java.util.ArrayList;
import java.util.List;

/** What faults make the endpoints do: refuse or drop a share of the connections, refuse a share of the commits. */
public final class Injections {
    /** A share of commits is refused with an outcome. */
    public record Conflicts(double share, Outcome outcome, long key) {}

    /** A share of connections at some endpoints is refused. Each fault's own, so identity is what removes it. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Refusals(boolean[] endpoints, double share, long key) {}

    private final List<Conflicts> conflicts = new ArrayList<>();
    private final List<Refusals> refusals = new ArrayList<>();

    public void add(Conflicts injection) {
        conflicts.add(injection);
    }

    public void add(Refusals injection) {
        refusals.add(injection);
    }

    public void remove(Object injection) {
        conflicts.remove(injection);
        refusals.remove(injection);
    }

    /** How a commit is to be refused, or null. */
    public Outcome conflict(long attempt) {
        for (int i = 0; i < conflicts.size(); i++) {
            Conflicts each = conflicts.get(i);
            if (Randomness.uniform(Randomness.key(each.key, attempt)) < each.share) {
                return each.outcome;
            }
        }
        return null;
    }

    /** Whether a connection is to be refused at an endpoint. */
    public boolean refuses(long connection, int endpoint) {
        for (Refusals each : refusals) {
            if (each.endpoints[endpoint] && Randomness.uniform(Randomness.key(each.key, connection)) < each.share) {
                return true;
            }
        }
        return false;
    }
}
