package dsqlsim.bench;

import java.util.Arrays;

/** Prints how many events per second PHOLD reaches with so many events in flight: the median of five segments after a warm-up. */
public final class Phold {
    private static final int SEGMENTS = 5;

    private Phold() {}

    public static void main(String[] arguments) {
        int inFlight = Integer.parseInt(arguments[0]);
        PholdModel model = new PholdModel(inFlight);
        model.run(Math.max(2_000_000, 2L * inFlight));
        double[] rates = new double[SEGMENTS];
        for (int i = 0; i < SEGMENTS; i++) {
            long start = System.nanoTime();
            long events = model.run(Math.max(1_000_000, inFlight));
            rates[i] = events * 1e9 / (System.nanoTime() - start);
        }
        Arrays.sort(rates);
        System.out.println("events/s=" + Math.round(rates[SEGMENTS / 2]));
    }
}
