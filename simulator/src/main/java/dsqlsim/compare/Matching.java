package dsqlsim.compare;

import dsqlsim.compare.Fates.Fate;
import dsqlsim.report.TransactionChanges;
import dsqlsim.report.TransactionChanges.Changed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The transactions of two runs, one by one: who fared differently. */
final class Matching {
    private static final int WORST_SHOWN = 20;
    private static final long NOTICEABLE_NANOS = 1_000_000;
    private static final String GAVE_UP = "gave-up";

    private final List<String> workloads;
    private final List<Candidate> worse = new ArrayList<>();
    private long matched;
    private long onlyA;
    private long onlyB;
    private long gaveUp;
    private long rescued;
    private long aborted;
    private long failed;
    private long delayed;
    private long hastened;
    private long same;
    private long delayNanos;

    private record Candidate(long id, String change, long delay, Fate a, Fate b) {}

    private Matching(List<String> workloads) {
        this.workloads = workloads;
    }

    /** {@code workloads} by their index. */
    static TransactionChanges of(Fates first, Fates second, List<String> workloads) {
        Matching matching = new Matching(workloads);
        for (Map.Entry<Long, Fate> each : first.all().entrySet()) {
            Fate other = second.all().get(each.getKey());
            if (other == null) {
                matching.onlyA++;
            } else {
                matching.match(each.getKey(), each.getValue(), other);
            }
        }
        matching.onlyB = second.all().size() - matching.matched;
        return matching.changes();
    }

    private void match(long id, Fate a, Fate b) {
        matched++;
        long delay = a.succeeded && b.succeeded ? a.nanos() - b.nanos() : 0;
        delayNanos += delay;
        if (!a.succeeded && b.succeeded) {
            gaveUp++;
            worse.add(new Candidate(id, GAVE_UP, Long.MAX_VALUE, a, b));
        } else if (a.succeeded && !b.succeeded) {
            rescued++;
        } else if (a.aborted > b.aborted) {
            aborted++;
            worse.add(new Candidate(id, "aborted", delay, a, b));
        } else if (a.failed > b.failed) {
            failed++;
            worse.add(new Candidate(id, "failed", delay, a, b));
        } else if (delay > NOTICEABLE_NANOS) {
            delayed++;
            worse.add(new Candidate(id, "delayed", delay, a, b));
        } else if (delay < -NOTICEABLE_NANOS) {
            hastened++;
        } else {
            same++;
        }
    }

    private TransactionChanges changes() {
        worse.sort(Comparator.comparingLong(Candidate::delay).reversed().thenComparingLong(each -> each.a().offeredAt));
        List<Changed> shown =
                worse.stream().limit(WORST_SHOWN).map(this::changed).toList();
        return new TransactionChanges(
                matched,
                onlyA,
                onlyB,
                gaveUp,
                rescued,
                aborted,
                failed,
                delayed,
                hastened,
                same,
                delayNanos / 1e9,
                shown);
    }

    private Changed changed(Candidate each) {
        return new Changed(
                Long.toHexString(each.id()),
                workloads.get(each.a().workload),
                each.change(),
                each.a().offeredAt / 1e9,
                each.a().told(),
                each.b().told());
    }
}
