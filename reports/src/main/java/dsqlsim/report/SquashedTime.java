package dsqlsim.report;

import java.util.Arrays;
import java.util.SortedSet;

/** Time running down a picture, long waits squashed: what takes long is longer, but not in proportion. */
final class SquashedTime {
    private static final double SHORTEST = 3;
    private static final double LONGEST = 90;
    /** So long a time is drawn in so many points; others by a root of it. */
    private static final double UNIT_SECONDS = 1e-4;

    private static final double UNIT_POINTS = 10;
    private static final double ROOT = 0.33;

    private final double[] times;
    private final double[] places;

    /** {@code moments} are all that will be asked for. */
    SquashedTime(SortedSet<Double> moments, double top) {
        times = moments.stream().mapToDouble(Double::doubleValue).toArray();
        places = new double[times.length];
        for (int i = 0; i < times.length; i++) {
            places[i] = i == 0 ? top : places[i - 1] + gap(times[i] - times[i - 1]);
        }
    }

    private static double gap(double seconds) {
        return Math.max(SHORTEST, Math.min(LONGEST, UNIT_POINTS * StrictMath.pow(seconds / UNIT_SECONDS, ROOT)));
    }

    /** How far down a moment is. */
    double y(double seconds) {
        int index = Arrays.binarySearch(times, seconds);
        if (index >= 0) {
            return places[index];
        }
        int next = Math.min(times.length - 1, -index - 1);
        int before = Math.max(0, next - 1);
        double share = next == before ? 0 : (seconds - times[before]) / (times[next] - times[before]);
        return places[before] + Math.max(0, Math.min(1, share)) * (places[next] - places[before]);
    }

    double bottom() {
        return places.length == 0 ? 0 : places[places.length - 1];
    }
}
