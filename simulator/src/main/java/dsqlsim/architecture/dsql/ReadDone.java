package dsqlsim.architecture.dsql;

import dsqlsim.kernel.Randomness;
import dsqlsim.txn.Version;
import dsqlsim.world.Message;
import dsqlsim.world.Subject;

/** Storage answers a read: a version (null: the row's first state), or ask elsewhere, or too old. */
final class ReadDone extends Message<QueryProcessor> {
    final StorageReplica.Read read;
    final Version version;
    final boolean elsewhere;
    final boolean tooOld;

    ReadDone(StorageReplica.Read read, StorageReplica by, Version version, boolean elsewhere, boolean tooOld) {
        this.read = read;
        this.version = version;
        this.elsewhere = elsewhere;
        this.tooOld = tooOld;
    }

    @Override
    protected void deliver() {
        read.session.onRead(this);
    }

    @Override
    protected void describe(Subject subject) {
        subject.attempt(read.attempt)
                .says(
                        elsewhere
                                ? "can't answer the read: another replica may"
                                : tooOld ? "no longer has so old a version" : "returns the row");
    }

    @Override
    protected long identity() {
        return Randomness.key(read.attempt, read.index * 64L + read.round + 32);
    }

    @Override
    protected int kind() {
        return Kinds.READ_DONE;
    }
}
