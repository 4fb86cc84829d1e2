package dsqlsim.run;

import dsqlsim.check.Checkers;
import dsqlsim.measure.AuditAlone;
import dsqlsim.measure.MeasurePlan;
import dsqlsim.measure.Recorder;
import dsqlsim.trace.Tracer;
import dsqlsim.txn.Observer;
import dsqlsim.txn.Plan;
import dsqlsim.txn.Survivors;

/** Who listens to a run: what measures it, or only audits its commits, what checks it, and whoever else was asked to. */
final class Witnesses {
    /** Null when nothing is measured. */
    final Recorder recorder;
    /** Null when nothing is checked. */
    final Checkers checkers;

    /** Audits when nothing is measured, else null. */
    private final AuditAlone alone;

    private final Options options;
    private final Relay relay = new Relay();

    Witnesses(Options options, MeasurePlan plan, boolean checksReads) {
        this.options = options;
        recorder = options.measured() ? new Recorder(plan, relay) : null;
        alone = options.measured() ? null : new AuditAlone(plan.faults().size(), relay);
        checkers =
                options.checks() ? new Checkers(alone == null ? recorder.audit() : alone.audit(), checksReads) : null;
    }

    /** The audit asks a deployment that is made after it. */
    private static final class Relay implements Survivors {
        private Survivors to;

        @Override
        public Found find(long attempt, int journal, long sequence, long commit, Plan plan) {
            return to.find(attempt, journal, sequence, commit, plan);
        }

        @Override
        public boolean retains(int journal, long sequence) {
            return to.retains(journal, sequence);
        }
    }

    /** Whom to ask what is left of a commit. */
    void ask(Survivors survivors) {
        relay.to = survivors;
    }

    /** All of them as one. */
    Observer observer() {
        Observer first = alone == null ? recorder : alone;
        Observer observer = checkers == null ? first : new Observers(first, checkers);
        observer = options.observer() == null ? observer : new Observers(observer, options.observer());
        for (Tracer each : options.tracers()) {
            observer = new Observers(observer, each);
        }
        return observer;
    }

    void finish(long now) {
        if (alone == null) {
            recorder.finish(now);
        } else {
            alone.finish();
        }
        if (checkers != null) {
            checkers.finish(now);
        }
    }
}
