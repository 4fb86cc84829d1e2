package dsqlsim.monitor;

import dsqlsim.monitor.AlarmSpec.Statistic;

/** The datapoints of a metric, as far back as its alarm looks: healthy is 1, unhealthy 0. */
final class Metric {
    static final double NO_DATA = Double.NaN;

    private final long[] times;
    private final double[] values;
    private int next;
    private int size;

    Metric(int kept) {
        times = new long[kept];
        values = new double[kept];
    }

    void put(long time, boolean healthy) {
        times[next] = time;
        values[next] = healthy ? 1 : 0;
        next = (next + 1) % times.length;
        size = Math.min(size + 1, times.length);
    }

    /** Over the datapoints later than {@code after} up to {@code until}; {@link #NO_DATA} if there are none. */
    double statistic(Statistic statistic, long after, long until) {
        double sum = 0;
        double least = 1;
        double most = 0;
        int count = 0;
        for (int i = 0; i < size; i++) {
            if (times[i] > after && times[i] <= until) {
                count++;
                sum += values[i];
                least = Math.min(least, values[i]);
                most = Math.max(most, values[i]);
            }
        }
        if (count == 0) {
            return NO_DATA;
        }
        return switch (statistic) {
            case AVERAGE -> sum / count;
            case MINIMUM -> least;
            case MAXIMUM -> most;
        };
    }
}
