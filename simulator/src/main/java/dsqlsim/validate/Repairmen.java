package dsqlsim.validate;

import dsqlsim.kernel.Distribution;
import dsqlsim.kernel.Event;
import dsqlsim.kernel.Simulation;
import dsqlsim.kernel.Station;
import java.util.Map;

/** Clients who think, then queue for one server: a closed loop. In seconds. */
final class Repairmen implements Bench {
    @Override
    public Map<String, Double> measure(Parameters with, long seed, int n) {
        Loop loop = new Loop(with, seed);
        for (int i = 0; i < with.count("clients"); i++) {
            loop.simulation.after(loop.draws.nanos(loop.think), loop.client());
        }
        loop.simulation.runUntil((long) (n / 10.0 * with.number("gap") * 1e9));
        loop.begin();
        loop.until(n);
        return loop.found();
    }

    private static final class Loop {
        private final Simulation simulation;
        private final Station station = new Station(1);
        private final Distribution think;
        private final Distribution service;
        private final Stream draws;
        private long since;
        private double busySince;
        private double presentSince;
        private long served;
        private double stays;
        private long wanted = Long.MAX_VALUE;

        Loop(Parameters with, long seed) {
            simulation = new Simulation(seed);
            think = with.law("think");
            service = with.law("service");
            draws = new Stream(seed, "loop");
        }

        private void begin() {
            since = simulation.now();
            busySince = station.busyNanos(since).doubleValue();
            presentSince = station.presentNanos(since).doubleValue();
            served = 0;
            stays = 0;
        }

        private void until(int n) {
            wanted = n;
            simulation.runUntil(Simulation.LAST_NANOS);
        }

        private Map<String, Double> found() {
            long now = simulation.now();
            double length = now - since;
            return Map.of(
                    "throughput", served / length * 1e9,
                    "response", stays / served / 1e9,
                    "utilisation", (station.busyNanos(now).doubleValue() - busySince) / length,
                    "present", (station.presentNanos(now).doubleValue() - presentSince) / length);
        }

        private Event client() {
            return new Event() {
                @Override
                protected void fire() {
                    long now = simulation.now();
                    long leaves = station.admit(now, draws.nanos(service));
                    stays += leaves - now;
                    if (++served == wanted) {
                        simulation.stop();
                    }
                    simulation.at(leaves + draws.nanos(think), this);
                }

                @Override
                protected int kind() {
                    return 1;
                }
            };
        }
    }
}
