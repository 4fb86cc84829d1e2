package dsqlsim.measure;

import dsqlsim.report.Heatmap;
import dsqlsim.report.Series;
import dsqlsim.txn.Outcome;
import java.util.ArrayList;
import java.util.List;

/** One workload in buckets of time: offers and availability by start, ends of attempts and latencies by end. */
final class WorkloadOverTime {
    private static final String SHARE = "share";

    private final String name;
    private final long bucketNanos;
    private final int[] offered;
    private final int[] finished;
    private final int[] inTime;
    private final int[] committed;
    private final int[] aborted;
    private final int[] failed;
    private final QuantilesOverTime commits;
    private final QuantilesOverTime transactions;
    private final HeatOverTime heat;

    WorkloadOverTime(String name, long bucketNanos, int buckets) {
        this.name = name;
        this.bucketNanos = bucketNanos;
        this.offered = new int[buckets];
        this.finished = new int[buckets];
        this.inTime = new int[buckets];
        this.committed = new int[buckets];
        this.aborted = new int[buckets];
        this.failed = new int[buckets];
        this.commits = new QuantilesOverTime(bucketNanos, buckets);
        this.transactions = new QuantilesOverTime(bucketNanos, buckets);
        this.heat = new HeatOverTime(bucketNanos, buckets);
    }

    void offered(long now) {
        count(offered, now);
    }

    /** A transaction is over, or overdue at the end of the run. */
    void finished(long offeredAt, boolean succeededInTime) {
        count(finished, offeredAt);
        if (succeededInTime) {
            count(inTime, offeredAt);
        }
    }

    void succeeded(long nanos, long now) {
        transactions.record(nanos, now);
        heat.record(nanos, now);
    }

    void commitAnswered(long nanos, long now) {
        commits.record(nanos, now);
    }

    void ended(Outcome outcome, long now) {
        count(outcome == Outcome.COMMITTED ? committed : outcome.aborted() ? aborted : failed, now);
    }

    /** The first so many buckets of every series. */
    List<Series> series(int filled) {
        return List.of(
                rate(Series.OFFERED, offered, filled),
                rate(Series.COMMITTED, committed, filled),
                rate(Series.ABORTED, aborted, filled),
                rate(Series.FAILED, failed, filled),
                new Series("abort-rate", name, SHARE, shares(aborted, sum(aborted, committed), filled)),
                new Series(Series.AVAILABILITY, name, SHARE, shares(inTime, finished, filled)),
                transactions.median(Series.LATENCY_P50, name, filled),
                transactions.middle(Series.LATENCY_P90, name, filled),
                transactions.high(Series.LATENCY_P99, name, filled),
                commits.median("commit-latency-p50", name, filled),
                commits.high("commit-latency-p99", name, filled));
    }

    /** How the latencies of transactions were spread; null without any. */
    Heatmap heatmap(long end) {
        return heat.heatmap("transaction-latency", name, end);
    }

    private void count(int[] counts, long at) {
        long index = at / bucketNanos;
        if (index < counts.length) {
            counts[(int) index]++;
        }
    }

    private Series rate(String series, int[] counts, int filled) {
        List<Double> values = new ArrayList<>(filled);
        for (int i = 0; i < filled; i++) {
            values.add(counts[i] * 1e9 / bucketNanos);
        }
        return new Series(series, name, "1/s", values);
    }

    private static List<Double> shares(int[] part, int[] whole, int filled) {
        List<Double> values = new ArrayList<>(filled);
        for (int i = 0; i < filled; i++) {
            values.add(Tally.share(part[i], whole[i]));
        }
        return values;
    }

    private static int[] sum(int[] a, int[] b) {
        int[] sum = a.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += b[i];
        }
        return sum;
    }
}
