package dsqlsim.check;

import java.util.EnumSet;
import java.util.Set;

/** Nobody acts upon a clock bound that excludes true time. */
final class ClockBound implements Checker {
    private final Findings findings = new Findings();

    @Override
    public String id() {
        return "clock-bound";
    }

    @Override
    public Set<Hears> hears() {
        return EnumSet.of(Hears.CLOCKS);
    }

    @Override
    public Findings findings() {
        return findings;
    }

    @Override
    public void clockLied(int node, long errorNanos, long now) {
        findings.examined();
        findings.found(
                "excluded-true-time",
                "at %.6f s node %d acted upon a bound that true time was %.6f ms outside of",
                now / 1e9,
                node,
                errorNanos / 1e6);
    }
}
