package dsqlsim.explore;

import dsqlsim.txn.Attempt;
import dsqlsim.txn.Operation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/** In which phase the attempts of a run are at the moment. */
final class OpenAttempts {
    private static final class Open {
        private final Attempt attempt;
        private boolean begun;
        private boolean appended;
        private boolean ended;
        private int places;

        Open(Attempt attempt) {
            this.attempt = attempt;
        }
    }

    private final Map<Long, Open> open = new LinkedHashMap<>();
    private final Predicate<Attempt> severalShards;
    private final int places;

    /** {@code places}: how many show a commit in the end. */
    OpenAttempts(Predicate<Attempt> severalShards, int places) {
        this.severalShards = severalShards;
        this.places = places;
    }

    void started(Attempt attempt) {
        open.put(attempt.id, new Open(attempt));
    }

    void answered(Attempt attempt, Operation operation) {
        Open one = open.get(attempt.id);
        if (one != null && operation == Operation.BEGIN) {
            one.begun = true;
        }
    }

    void appended(long attempt) {
        Open one = open.get(attempt);
        if (one != null) {
            one.appended = true;
        }
    }

    void delivered(long attempt) {
        Open one = open.get(attempt);
        if (one != null && ++one.places >= places && one.ended) {
            open.remove(attempt);
        }
    }

    void ended(Attempt attempt) {
        Open one = open.get(attempt.id);
        if (one == null) {
            return;
        }
        one.ended = true;
        if (!one.appended || one.places >= places) {
            open.remove(attempt.id);
        }
    }

    /** Adds one for each attempt at its phase. */
    void count(long[] byPhase) {
        open.values().forEach(one -> byPhase[phase(one).ordinal()]++);
    }

    private Phase phase(Open one) {
        if (one.ended) {
            return Phase.APPLYING;
        }
        if (one.appended) {
            return Phase.REPLICATING;
        }
        if (one.attempt.commitSentAt >= 0) {
            return severalShards.test(one.attempt) ? Phase.PROMISING : Phase.DECIDING;
        }
        return one.begun ? Phase.EXECUTING : Phase.BEFORE_SNAPSHOT;
    }
}
