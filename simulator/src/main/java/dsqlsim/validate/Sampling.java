package dsqlsim.validate;

import dsqlsim.kernel.Distribution;
import dsqlsim.kernel.Draws;
import dsqlsim.kernel.Randomness;
import java.util.LinkedHashMap;
import java.util.Map;

/** Draws of one law: moments, fit, independence of the draw before and of another stream. Values in seconds. */
final class Sampling implements Bench {
    @Override
    public Map<String, Double> measure(Parameters with, long seed, int n) {
        Distribution law = with.law("law");
        Draws draws = new Draws(law, n, seed);
        Map<String, Double> found = new LinkedHashMap<>();
        found.put("mean", draws.mean() / 1e9);
        found.put("variance", draws.variance() / 1e18);
        found.put("distance", draws.distance());
        found.put("lag-1", Math.abs(draws.lag1()));
        found.put("correlation", Math.abs(correlation(law, seed, n)));
        return found;
    }

    /** Of two streams that differ in their names alone; ranks, for laws without a variance. */
    private static double correlation(Distribution law, long seed, int n) {
        long a = Randomness.key(seed, "network");
        long b = Randomness.key(seed, "journal");
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double x = law.cdf((double) law.sample(Randomness.key(a, i))) - 0.5;
            double y = law.cdf((double) law.sample(Randomness.key(b, i))) - 0.5;
            sum += x * y;
        }
        return 12 * sum / n;
    }
}
