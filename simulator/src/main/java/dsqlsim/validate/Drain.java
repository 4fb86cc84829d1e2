package dsqlsim.validate;

import dsqlsim.kernel.Distribution;
import dsqlsim.kernel.Station;
import java.util.Map;

/** A station that stands still for a while, and how long it then takes until nobody waits. In seconds. */
final class Drain implements Bench {
    @Override
    public Map<String, Double> measure(Parameters with, long seed, int n) {
        double sum = 0;
        double squares = 0;
        double backlog = 0;
        for (int run = 0; run < n; run++) {
            Outage outage = new Outage(with, seed, run);
            double drain = outage.drain() / 1e9;
            sum += drain;
            squares += drain * drain;
            backlog += outage.backlog;
        }
        double mean = sum / n;
        return Map.of("drain", mean, "sd", Math.sqrt((squares - n * mean * mean) / (n - 1)), "backlog", backlog / n);
    }

    private static final class Outage {
        private final Station station = new Station(1);
        private final Distribution gaps;
        private final Distribution service;
        private final long length;
        private final Stream draws;
        private int backlog;

        Outage(Parameters with, long seed, int run) {
            gaps = Distribution.exponential(1e9 / with.number("rate"));
            service = with.law("service");
            length = (long) (1e9 * with.number("outage"));
            draws = new Stream(seed, "outage-" + run);
        }

        /** The outage is a job that keeps the server until its end; whoever comes meanwhile queues. */
        private long drain() {
            station.admit(0, length);
            long free = length;
            long now = draws.nanos(gaps);
            while (now < free) {
                backlog += now < length ? 1 : 0;
                free = station.admit(now, draws.nanos(service));
                now += draws.nanos(gaps);
            }
            return free - length;
        }
    }
}
