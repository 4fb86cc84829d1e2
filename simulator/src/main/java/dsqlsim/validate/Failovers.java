package dsqlsim.validate;

import dsqlsim.kernel.Distribution;
import java.util.Map;

/** A service that fails now and then and is taken over after a while: the share of the time that it is away. */
final class Failovers implements Bench {
    private static final double YEAR_MINUTES = 365 * 24 * 60;

    @Override
    public Map<String, Double> measure(Parameters with, long seed, int n) {
        Distribution between = Distribution.exponential(1e9 * with.number("between"));
        Distribution takeover = with.law("takeover");
        Stream draws = new Stream(seed, "failures");
        double until = 86_400e9 * n;
        double now = 0;
        double away = 0;
        for (now = draws.nanos(between); now < until; now += draws.nanos(between)) {
            away += draws.nanos(takeover);
        }
        double share = away / until;
        return Map.of(
                "unavailability", share, "nines", -StrictMath.log10(share), "minutes-a-year", share * YEAR_MINUTES);
    }
}
