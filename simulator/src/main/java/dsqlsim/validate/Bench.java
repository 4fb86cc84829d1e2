package dsqlsim.validate;

import java.util.Map;

/** A stand on which a part of the simulator is driven alone, without a scenario. */
interface Bench {
    /** The numbers it gives, by name, for a seed and so many samples. */
    Map<String, Double> measure(Parameters with, long seed, int n);
}
