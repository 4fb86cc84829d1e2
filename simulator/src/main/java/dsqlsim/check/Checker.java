package dsqlsim.check;

import dsqlsim.txn.Observer;
import java.util.Set;

/** Listens to a run as it happens, in bounded memory, and says in the end whether one promise was kept. */
interface Checker extends Observer {
    /** What a checker can listen to: the groups of {@link Observer}'s calls. */
    enum Hears {
        /** Transactions offered and finished, attempts started. */
        TRANSACTIONS,
        /** Attempts ended. */
        ENDS,
        /** Leaders, and what they append. */
        LEADERS,
        /** What places deliver, promise and restore. */
        PLACES,
        /** Clocks that lied. */
        CLOCKS
    }

    /** Its id in results, such as {@code durability}. */
    String id();

    Set<Hears> hears();

    Findings findings();

    /** The run is over. */
    default void finish(long now) {}
}
