package dsqlsim.history;

import java.util.ArrayList;
import java.util.List;

/**
 * The versions of one key in their order, and who read which. Transactions are numbers.
 *
 * @param writers who made each version after the first, in order, each once
 * @param late who wrote it too, if they committed, after all of these, in an order that nobody saw
 * @param certain whether the order follows from what was read; else it is that of the commit times
 * @param told whether a value tells its writer: no two wrote the same, and none the initial one
 */
record Versions(
        String key, List<Integer> writers, List<Integer> late, List<Reading> readings, boolean certain, boolean told) {
    /** A transaction read the version after so many writers. */
    record Reading(int txn, int position) {}

    static Versions of(String key) {
        return new Versions(key, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), true, true);
    }

    Versions inDoubt(boolean valuesTell) {
        return new Versions(key, writers, late, readings, false, valuesTell);
    }
}
