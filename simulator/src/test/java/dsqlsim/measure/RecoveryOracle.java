package dsqlsim.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The definition of RTO, word for word and without regard to cost. */
final class RecoveryOracle {
    /** An operation; {@code end} is {@link Long#MAX_VALUE} when it never ends in the run. */
    record Op(long start, long end, boolean success) {}

    /** An injection and its healing, {@link Long#MAX_VALUE} when it lasts. */
    record Injection(long at, long healed) {}

    private final List<Op> ops;
    private final List<Injection> injections;
    private final long runEnd;
    private long good;
    private long window;
    private long hold;

    RecoveryOracle(List<Op> ops, List<Injection> injections, long runEnd) {
        this.ops = ops;
        this.injections = injections;
        this.runEnd = runEnd;
        baseline();
    }

    /** Nanoseconds, -1 for no recovery; null when nothing ran before. */
    Long rto(int index) {
        if (good < 0) {
            return null;
        }
        Injection injection = injections.get(index);
        long limit = Math.min(runEnd, injection.healed);
        if (index + 1 < injections.size()) {
            limit = Math.min(limit, injections.get(index + 1).at);
        }
        long from = injection.at;
        if (holds(injection.at, window) && holds(injection.at, hold)) {
            from = -1;
            for (Op op : ops) {
                boolean inside = op.start >= injection.at && op.start + hold <= limit;
                if (inside && !holds(op.start, hold) && from < 0) {
                    from = op.start;
                }
            }
            if (from < 0) {
                return 0L;
            }
        }
        for (Op op : ops) {
            if (op.start >= from && isGood(op) && holds(op.start, window) && holds(op.start, hold)) {
                return op.start - injection.at;
            }
        }
        return -1L;
    }

    private void baseline() {
        long before = injections.get(0).at;
        List<Op> begun =
                new ArrayList<>(ops.stream().filter(op -> op.start < before).toList());
        long[] ended = begun.stream()
                .filter(op -> op.end < before)
                .mapToLong(op -> op.end - op.start)
                .toArray();
        Arrays.sort(ended);
        if (ended.length == 0) {
            good = -1;
            return;
        }
        long median = (ended[(ended.length - 1) / 2] + ended[ended.length / 2]) / 2;
        good = Math.max(5 * median, median + 5_000_000);
        long gap = begun.size() < 2 ? 0 : (begun.get(begun.size() - 1).start - begun.get(0).start) / (begun.size() - 1);
        window = Math.max(100_000_000L, 10 * gap);
        hold = Math.max(1_000_000_000L, window);
    }

    private boolean isGood(Op op) {
        return op.success && op.end <= runEnd && op.end - op.start <= good;
    }

    /** Open at the end and still in time: it is left out. */
    private boolean unknown(Op op) {
        return op.end > runEnd && runEnd - op.start <= good;
    }

    private boolean holds(long from, long length) {
        if (from + length > runEnd) {
            return false;
        }
        List<Op> inside = ops.stream()
                .filter(op -> op.start >= from && op.start < from + length && !unknown(op))
                .toList();
        long count = inside.stream().filter(this::isGood).count();
        return !inside.isEmpty() && 100 * count >= 95L * inside.size();
    }
}
