package dsqlsim.explore;

import dsqlsim.fault.Fault;
import dsqlsim.fault.Load;
import dsqlsim.scenario.InvalidScenario;
import dsqlsim.scenario.Scenario;

/**
 * Tells overload from a protocol that stands still: a twin that is as long as that of {@link Patience} has a fifth of the
 * arrivals once the last fault has healed. What comes back then was only drowning in its clients' retries.
 */
final class Calm {
    private static final String ID = "calm";
    private static final String FACTOR = "x0.2";

    private Calm() {}

    /** Whether a fault is that calm. */
    static boolean isOne(Fault fault) {
        return fault.id().equals(ID) && fault.action() instanceof Load;
    }

    static boolean comesBack(String text, Scenario scenario, Budget budget) throws InvalidScenario {
        long healed = Watch.healedAt(scenario) / 1_000_000;
        long rest = Patience.durationMs(scenario) - healed;
        Draft twin = Draft.of(text).put("duration", Patience.durationMs(scenario) + "ms");
        twin.list("faults")
                .add(Draft.entries(
                        "id", ID, "at", healed + "ms", "for", rest + "ms", "load", Draft.entries("factor", FACTOR)));
        return Patience.comesBack(twin, budget);
    }
}
