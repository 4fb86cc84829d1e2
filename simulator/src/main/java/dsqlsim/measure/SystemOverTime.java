package dsqlsim.measure;

import dsqlsim.report.Series;
import dsqlsim.txn.Observer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** What the system is like at the end of each bucket of time: how complete storage is, how wide clocks' bounds are. */
final class SystemOverTime implements Observer {
    /** Places are numbered by region, so many in each. */
    private static final int PLACES = 16;

    private final MeasurePlan plan;
    private final long bucketNanos;
    private final double[][] lags;
    private final double[][] bounds;
    /** By place and journal: up to which time it is complete. */
    private final long[][] complete;

    private IntToDoubleFunction clockBound = region -> Double.NaN;
    private int next;

    SystemOverTime(MeasurePlan plan, long bucketNanos, int buckets) {
        this.plan = plan;
        this.bucketNanos = bucketNanos;
        int regions = plan.regions().size();
        lags = new double[regions][buckets];
        bounds = new double[regions][buckets];
        complete = new long[regions * PLACES][];
    }

    /** Who knows the widest bound of a region's clocks just now, in seconds. */
    void clocks(IntToDoubleFunction by) {
        clockBound = by;
    }

    /** Takes the buckets that are over. */
    void advance(long now) {
        while (next < length() && (next + 1L) * bucketNanos <= now) {
            for (int region = 0; region < lags.length; region++) {
                lags[region][next] = lag(region, (next + 1L) * bucketNanos);
                bounds[region][next] = clockBound.applyAsDouble(region);
            }
            next++;
        }
    }

    private int length() {
        return lags.length == 0 ? 0 : lags[0].length;
    }

    /** Of the place that is furthest behind; none without journals. */
    private double lag(int region, long now) {
        long oldest = Long.MAX_VALUE;
        for (int place = region * PLACES; place < (region + 1) * PLACES; place++) {
            for (int journal = 0; complete[place] != null && journal < complete[place].length; journal++) {
                if (complete[place][journal] > 0) {
                    oldest = Math.min(oldest, complete[place][journal]);
                }
            }
        }
        return oldest == Long.MAX_VALUE ? Double.NaN : Math.max(0, now - oldest) / 1e9;
    }

    @Override
    public void promised(int place, int shard, long floor, long now) {
        advance(now);
        raise(place, shard, floor);
    }

    @Override
    public void delivered(int place, int shard, long sequence, long timestamp, long attempt, int[] rows, long now) {
        advance(now);
        raise(place, shard, timestamp);
    }

    private void raise(int place, int shard, long to) {
        if (place >= 0 && place < complete.length && shard >= 0) {
            long[] journals = complete[place];
            if (journals == null || shard >= journals.length) {
                journals = journals == null ? new long[shard + 1] : Arrays.copyOf(journals, shard + 1);
                complete[place] = journals;
            }
            journals[shard] = Math.max(journals[shard], to);
        }
    }

    /** The first so many buckets of every series that has a sample. */
    List<Series> series(int filled) {
        List<Series> all = new ArrayList<>();
        for (int region = 0; region < lags.length; region++) {
            String name = plan.regions().get(region);
            add(all, Series.WATERMARK_LAG, name, lags[region], filled);
            add(all, Series.CLOCK_BOUND, name, bounds[region], filled);
        }
        return all;
    }

    private void add(List<Series> all, String name, String region, double[] samples, int filled) {
        List<Double> values = new ArrayList<>(filled);
        boolean any = false;
        for (int i = 0; i < filled; i++) {
            boolean none = i >= next || Double.isNaN(samples[i]);
            values.add(none ? null : (Double) samples[i]);
            any |= !none;
        }
        if (any) {
            all.add(new Series(name, null, region, "s", values));
        }
    }
}
