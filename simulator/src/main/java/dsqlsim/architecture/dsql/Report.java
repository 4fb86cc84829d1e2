package dsqlsim.architecture.dsql;

import dsqlsim.kernel.Randomness;
import dsqlsim.world.Message;
import dsqlsim.world.Subject;

/** What a replica has on disk, for one crossbar or for all of a region. */
final class Report extends Message<Crossbar> {
    final Journal journal;
    final long epoch;
    final long last;
    final Entry entry;
    final Entry[] more;
    private final Crossbar[] group;

    Report(Journal journal, long epoch, long last, Entry entry, Entry[] more, Crossbar[] group) {
        this.journal = journal;
        this.epoch = epoch;
        this.last = last;
        this.entry = entry;
        this.more = more;
        this.group = group;
    }

    @Override
    protected void deliver() {
        if (group == null) {
            to.onReport(this);
            return;
        }
        for (Crossbar each : group) {
            if (each.hears(journal)) {
                each.onReport(this);
            }
        }
    }

    @Override
    protected void describe(Subject subject) {
        if (entry != null) {
            subject.entries(journal.shard, entry.sequence, entry.sequence);
        } else if (more != null && more.length > 0) {
            subject.entries(journal.shard, more[0].sequence, more[more.length - 1].sequence);
        }
        subject.says("reports what is on disk");
    }

    @Override
    protected long identity() {
        return Randomness.key(entry != null ? entry.attempt : last, epoch + to.id);
    }

    @Override
    protected int kind() {
        return Kinds.REPORT;
    }
}
