package dsqlsim.explore;

import dsqlsim.scenario.InvalidScenario;
import dsqlsim.scenario.Scenario;

/**
 * Tells what is slow from what stands still: a twin of the run goes on for three times as long, with the same draws. What comes
 * back in it was on its way: a storage replica that replays, a client that waits for its connection's time-out. Only what would
 * never end is a finding.
 */
final class Patience {
    private static final int TIMES = 3;

    private Patience() {}

    static boolean comesBack(String text, Scenario scenario, Budget budget) throws InvalidScenario {
        return comesBack(Draft.of(text).put("duration", durationMs(scenario) + "ms"), budget);
    }

    /** How long a twin is. */
    static long durationMs(Scenario scenario) {
        return TIMES * scenario.durationNanos() / 1_000_000;
    }

    /** Whether everybody is served at the end of a twin, and nothing else is wrong with it. */
    static boolean comesBack(Draft twin, Budget budget) throws InvalidScenario {
        return Checked.run(Checked.read(twin.text()), budget).violations().isEmpty();
    }
}
