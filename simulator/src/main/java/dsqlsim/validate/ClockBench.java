package dsqlsim.validate;

import dsqlsim.kernel.Simulation;
import dsqlsim.world.Clock;
import java.util.Map;

/** A node's clock that is no longer synchronised: its bound after a while, in microseconds, and what it says of itself. */
final class ClockBench implements Bench {
    private static final long SECOND = 1_000_000_000L;

    @Override
    public Map<String, Double> measure(Parameters with, long seed, int n) {
        Simulation simulation = new Simulation(seed);
        Clock clock = new Clock(
                new Clock.Setting(
                        0,
                        (long) (1000 * with.number("bound-us")),
                        0,
                        with.number("drift-ppm"),
                        SECOND,
                        5 * SECOND,
                        1000 * SECOND,
                        0,
                        0),
                0);
        clock.attach(simulation);
        clock.loseSync();
        simulation.runUntil((long) (SECOND * with.number("seconds")));
        return Map.of(
                "bound", clock.bound() / 1e3, "status", (double) clock.status().ordinal());
    }
}
