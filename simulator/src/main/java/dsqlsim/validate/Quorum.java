package dsqlsim.validate;

import java.util.Map;

/** How available something is of which k of m parts must work, each of which fails on its own; nines of the same. */
final class Quorum implements Bench {
    @Override
    public Map<String, Double> measure(Parameters with, long seed, int n) {
        int k = with.count("k");
        int m = with.count("m");
        double failed = with.number("unavailability");
        double exact = unavailability(k, m, failed);
        return Map.of(
                "unavailability", exact, "nines", -StrictMath.log10(exact), "drawn", drawn(k, m, failed, seed, n));
    }

    /** That fewer than k of m work when each is down with a probability. */
    static double unavailability(int k, int m, double down) {
        double sum = 0;
        for (int up = 0; up < k; up++) {
            sum += choose(m, up) * StrictMath.pow(1 - down, up) * StrictMath.pow(down, m - up);
        }
        return sum;
    }

    static double choose(int n, int k) {
        double product = 1;
        for (int i = 0; i < k; i++) {
            product = product * (n - i) / (i + 1);
        }
        return product;
    }

    private static double drawn(int k, int m, double down, long seed, int n) {
        Stream draws = new Stream(seed, "parts");
        int failed = 0;
        for (int i = 0; i < n; i++) {
            int up = 0;
            for (int part = 0; part < m; part++) {
                up += draws.uniform() >= down ? 1 : 0;
            }
            failed += up < k ? 1 : 0;
        }
        return (double) failed / n;
    }
}
