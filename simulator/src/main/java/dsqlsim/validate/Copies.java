package dsqlsim.validate;

import dsqlsim.kernel.Distribution;
import java.util.Map;

/** Three copies that fail and are made anew from what is left: how long until all are gone at once. In hours. */
final class Copies implements Bench {
    @Override
    public Map<String, Double> measure(Parameters with, long seed, int n) {
        Distribution life = Distribution.exponential(1e9 * with.number("mtbf"));
        Distribution repair = Distribution.exponential(1e9 * with.number("mttr"));
        double sum = 0;
        for (int run = 0; run < n; run++) {
            sum += lossAt(new Stream(seed, "copies-" + run), life, repair);
        }
        return Map.of("mttdl", sum / n / 1e9);
    }

    /** Each copy has its next change of state; the earliest happens. */
    private static long lossAt(Stream draws, Distribution life, Distribution repair) {
        long[] next = {draws.nanos(life), draws.nanos(life), draws.nanos(life)};
        boolean[] up = {true, true, true};
        int left = 3;
        while (true) {
            int first = next[0] <= next[1] ? (next[0] <= next[2] ? 0 : 2) : next[1] <= next[2] ? 1 : 2;
            up[first] = !up[first];
            left += up[first] ? 1 : -1;
            if (left == 0) {
                return next[first];
            }
            next[first] += draws.nanos(up[first] ? life : repair);
        }
    }
}
