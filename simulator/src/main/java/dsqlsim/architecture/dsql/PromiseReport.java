package dsqlsim.architecture.dsql;

import dsqlsim.kernel.Randomness;
import dsqlsim.world.Message;

/** A leader's promise, passed on by a replica that says how far its own log is on disk: a report that got lost is made good. */
final class PromiseReport extends Message<Crossbar> {
    final Promise promise;
    final Journal journal;
    final long through;
    private final Crossbar[] group;

    PromiseReport(Promise promise, Journal journal, long through, Crossbar[] group) {
        this.promise = promise;
        this.journal = journal;
        this.through = through;
        this.group = group;
    }

    @Override
    protected void deliver() {
        if (group == null) {
            to.onPromise(this);
            return;
        }
        for (Crossbar each : group) {
            if (each.hears(journal)) {
                each.onPromise(this);
            }
        }
    }

    @Override
    protected boolean ephemeral() {
        return true;
    }

    @Override
    protected long identity() {
        return Randomness.key(promise.index, promise.epoch + journal.member);
    }

    @Override
    protected int kind() {
        return Kinds.PROMISE_REPORT;
    }
}
