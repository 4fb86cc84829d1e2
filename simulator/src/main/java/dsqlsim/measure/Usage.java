package dsqlsim.measure;

import dsqlsim.txn.Operation;
import dsqlsim.txn.Outcome;

/**
 * What clients used of a design in one phase: what a bill depends on.
 *
 * @param phase its name
 * @param seconds how long it lasted
 * @param reading committed attempts that only read
 * @param writing committed attempts that wrote
 * @param rowsWritten rows that those wrote
 * @param fruitless attempts that were aborted, or that nobody knows the end of
 * @param statements that were answered
 */
public record Usage(
        String phase, double seconds, long reading, long writing, long rowsWritten, long fruitless, long statements) {

    static Usage of(Recorder recorder, int phase) {
        Tally all = recorder.clients.of(Scope.ALL, phase);
        return new Usage(
                recorder.phases.name(phase),
                recorder.phases.lengthNanos(phase, recorder.endNanos()) / 1e9,
                all.count(Outcome.COMMITTED) - all.writing,
                all.writing,
                all.rowsWritten,
                all.aborted() + all.count(Outcome.UNKNOWN),
                all.latency(Operation.STATEMENT).count());
    }

    /** Attempts that committed. */
    public long commits() {
        return reading + writing;
    }
}
