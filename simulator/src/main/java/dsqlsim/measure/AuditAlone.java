package dsqlsim.measure;

import dsqlsim.txn.Attempt;
import dsqlsim.txn.Observer;
import dsqlsim.txn.Survivors;

/** Audits what was acknowledged and measures nothing: for runs of which only the verdicts of the checks are wanted. */
public final class AuditAlone implements Observer {
    private final DurabilityAudit audit;

    public AuditAlone(int faults, Survivors survivors) {
        audit = new DurabilityAudit(faults, survivors);
    }

    public DurabilityAudit audit() {
        return audit;
    }

    /** The run is over: everything is looked up, while the architecture can still be asked. */
    public void finish() {
        audit.finish();
    }

    @Override
    public void ended(Attempt attempt) {
        audit.ended(attempt);
    }

    @Override
    public void injected(int fault, long now) {
        audit.injected(fault, now);
    }
}
