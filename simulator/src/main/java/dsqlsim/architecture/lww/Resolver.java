package dsqlsim.architecture.lww;

import java.util.Locale;

/** Which of two versions of a row stays. */
enum Resolver {
    /** The one whose writer's clock showed more, whatever its writer had seen. */
    LAST_WRITER_WINS {
        @Override
        boolean prevails(Item newcomer, Item holder) {
            return later(newcomer, holder);
        }

        @Override
        boolean noticesConflicts() {
            return false;
        }
    },

    /** The one that knows the other; of two that do not know each other the later one, and the conflict is noticed. */
    VECTOR_CLOCK {
        @Override
        boolean prevails(Item newcomer, Item holder) {
            if (newcomer.knows(holder.write) || holder.knows(newcomer.write)) {
                return newcomer.knows(holder.write);
            }
            return later(newcomer, holder);
        }

        @Override
        boolean noticesConflicts() {
            return true;
        }
    },

    /**
     * The mistake of comparing vectors with {@code >}: a partial order taken for a total one, so that two that do not know each
     * other are declared ordered, by the first number in which they differ.
     */
    VECTOR_CLOCK_TOTAL_ORDER {
        @Override
        boolean prevails(Item newcomer, Item holder) {
            int order = newcomer.compareNumberByNumber(holder);
            return order == 0 ? later(newcomer, holder) : order > 0;
        }

        @Override
        boolean noticesConflicts() {
            return false;
        }
    },

    /** The greater quantity, as for a field that only grows. */
    ORDER_MERGE {
        @Override
        boolean prevails(Item newcomer, Item holder) {
            long difference = newcomer.write.quantity - holder.write.quantity;
            return difference == 0 ? later(newcomer, holder) : difference > 0;
        }

        @Override
        boolean noticesConflicts() {
            return false;
        }
    };

    /** Whether a version that arrives takes the place of the one that is held. */
    abstract boolean prevails(Item newcomer, Item holder);

    /**
     * Whether a writer replaces in his own region whatever he has seen, as an ordinary update does, and the resolver is only asked
     * about what arrives from others.
     */
    boolean updatesInPlace() {
        return this == ORDER_MERGE;
    }

    /** Whether it can tell two versions that do not know each other from two that are ordered. */
    abstract boolean noticesConflicts();

    private static boolean later(Item newcomer, Item holder) {
        Entry one = newcomer.write.entry;
        Entry other = holder.write.entry;
        return one.timestamp == other.timestamp ? one.origin > other.origin : one.timestamp > other.timestamp;
    }

    static Resolver of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
