package dsqlsim.check;

import dsqlsim.measure.DurabilityAudit;
import java.util.EnumSet;
import java.util.Set;

/** An acknowledged commit is never lost: what the audit of all of them has found. */
final class Durability implements Checker {
    private final DurabilityAudit audit;
    private final Findings findings = new Findings();

    Durability(DurabilityAudit audit) {
        this.audit = audit;
    }

    @Override
    public String id() {
        return "durability";
    }

    @Override
    public Set<Hears> hears() {
        return EnumSet.noneOf(Hears.class);
    }

    @Override
    public Findings findings() {
        return findings;
    }

    /** To be called after the audit has been finished. */
    @Override
    public void finish(long now) {
        findings.examined(audit.examined());
        if (audit.lost() > 0) {
            findings.found("lost", "%s", audit.evidence());
            findings.more("lost", audit.lost() - 1);
        }
    }
}
