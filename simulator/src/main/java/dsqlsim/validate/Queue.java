package dsqlsim.validate;

import dsqlsim.kernel.Distribution;
import dsqlsim.kernel.Station;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Poisson arrivals at the station that adjudicators and storage replicas have in front of them. In seconds. */
final class Queue implements Bench {
    private static final double SECOND = 1e9;

    @Override
    public Map<String, Double> measure(Parameters with, long seed, int n) {
        Station station = new Station(with.count("servers"));
        Distribution gaps = Distribution.exponential(SECOND / with.number("rate"));
        Distribution service = with.law("service");
        Stream arrivals = new Stream(seed, "arrivals");
        Stream services = new Stream(seed, "services");
        int warmup = n / 40;
        long[] waits = new long[n];
        long[] stays = new long[n];
        long now = 0;
        long last = 0;
        for (int i = -warmup; i < n; i++) {
            now += arrivals.nanos(gaps);
            long nanos = services.nanos(service);
            long leaves = station.admit(now, nanos);
            last = Math.max(last, leaves);
            if (i >= 0) {
                stays[i] = leaves - now;
                waits[i] = leaves - now - nanos;
            }
        }
        Map<String, Double> found = new LinkedHashMap<>();
        double present = station.presentNanos(last).doubleValue();
        found.put("present", present / last);
        found.put("little", station.stayNanos().doubleValue() / present);
        waits(found, waits);
        stays(found, stays);
        return found;
    }

    private static void waits(Map<String, Double> found, long[] waits) {
        Arrays.sort(waits);
        found.put("wait", Arrays.stream(waits).average().orElseThrow() / SECOND);
        found.put("waits", above(waits, 0));
        found.put("waits-1s", above(waits, SECOND));
        found.put("waits-3s", above(waits, 3 * SECOND));
        found.put("wait-p99", quantile(waits, 0.99));
    }

    private static void stays(Map<String, Double> found, long[] stays) {
        Arrays.sort(stays);
        found.put("stay", Arrays.stream(stays).average().orElseThrow() / SECOND);
        found.put("stay-p50", quantile(stays, 0.50));
        found.put("stay-p95", quantile(stays, 0.95));
        found.put("stay-p99", quantile(stays, 0.99));
    }

    private static double above(long[] sorted, double limit) {
        return (double) Arrays.stream(sorted).filter(each -> each > limit).count() / sorted.length;
    }

    private static double quantile(long[] sorted, double p) {
        return sorted[(int) Math.ceil(p * sorted.length) - 1] / SECOND;
    }
}
