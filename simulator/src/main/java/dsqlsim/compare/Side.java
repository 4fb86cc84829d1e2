package dsqlsim.compare;

import dsqlsim.report.Diff;
import dsqlsim.report.RunResult;
import java.util.List;
import java.util.Map;

/**
 * One of two runs that are compared.
 *
 * @param scalars of each replication
 * @param fates of the transactions of replication 0; null of a file
 */
record Side(String label, RunResult result, List<Map<String, Double>> scalars, Fates fates) {
    Side {
        scalars = List.copyOf(scalars);
    }

    /** A result that was read from a file. */
    static Side ofFile(String label, RunResult result) {
        return new Side(label, result, ResultScalars.of(result), null);
    }

    Diff.Side told() {
        return new Diff.Side(
                label,
                result.scenario().name(),
                result.run().architecture(),
                result.run().seed(),
                result.run().version(),
                result.run().fingerprint(),
                scalars.size());
    }
}
