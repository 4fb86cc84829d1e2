package dsqlsim.workload;

import java.util.ArrayList;
import java.util.List;

/** The load faults that are active on a workload. Their factors multiply, and without any the load is exactly 1. */
final class Load {
    private record Surge(double factor, Object identity) {}

    private final List<Surge> active = new ArrayList<>();

    Runnable begin(double factor) {
        Surge surge = new Surge(factor, new Object());
        active.add(surge);
        return () -> active.remove(surge);
    }

    double factor() {
        double product = 1;
        for (Surge surge : active) {
            product *= surge.factor;
        }
        return product;
    }
}
