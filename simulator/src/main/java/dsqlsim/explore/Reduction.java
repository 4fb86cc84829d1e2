package dsqlsim.explore;

import java.util.List;

/** One way to make a scenario smaller. */
interface Reduction {
    /** Smaller scenarios, the smallest first. */
    List<Draft> of(Draft draft);

    /** Whether the load is another one afterwards, so that other seeds deserve a try. */
    default boolean reseeds() {
        return false;
    }

    /** The same, with other seeds tried. */
    static Reduction reseeding(Reduction reduction) {
        return new Reduction() {
            @Override
            public List<Draft> of(Draft draft) {
                return reduction.of(draft);
            }

            @Override
            public boolean reseeds() {
                return true;
            }
        };
    }
}
