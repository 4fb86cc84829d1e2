package dsqlsim.scenario;

import dsqlsim.fault.Target;

/**
 * Clocks that a scenario sets itself. Fields that it leaves out keep the ledger's values.
 *
 * @param nodes which; its role and place may be null for all
 * @param offsetNanos true offset, or null
 * @param bound null to keep the ledger's
 * @param driftPpm true drift, or null
 */
public record ClockSpec(Target nodes, Long offsetNanos, Bound bound, Double driftPpm) {

    /**
     * The error bound as a sawtooth: from {@code base} it grows at {@code growthPpm} and falls back {@code every} so often.
     *
     * @param growthPpm 0 for a constant bound
     * @param everyNanos 0 for a constant bound
     */
    public record Bound(long baseNanos, double growthPpm, long everyNanos) {}
}
