package dsqlsim.validate;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/**
 * One number of a case, where it is found, and what it has to be: within a tolerance of the expected one, or between two bounds.
 *
 * @param run which run of the case; the only one if left out
 * @param at where the number is: names down the result file, with slashes; of a bench its own name for it
 * @param over where the number is that this one is divided by, or null
 * @param overRun the run whose number at the same place this one is divided by, or null
 * @param above of a list the share that is above this, or null
 * @param minus what is taken off it first
 * @param within the tolerance at full size, wider by the square root when there are fewer samples
 * @param exactly the tolerance whatever the size
 * @param shown the expected value in words, where it is no number
 */
public record Measure(
        @JsonProperty(required = true) String what,
        String unit,
        String run,
        @JsonProperty(required = true) String at,
        String over,
        String overRun,
        Double above,
        double minus,
        Double expected,
        Double within,
        Double exactly,
        Double from,
        Double to,
        String shown) {
    public Measure {
        run = run == null ? "" : run;
        unit = unit == null ? "" : unit;
    }

    /** Whether it is found below something of this name. */
    boolean names(String part) {
        return ("/" + at + "/").contains("/" + part + "/");
    }

    /** Whether a value will do when there are so many times fewer samples than at full size. */
    boolean holds(double value, double shrink) {
        return value >= least(shrink) && value <= most(shrink);
    }

    private double tolerance(double shrink) {
        return exactly != null ? exactly : within == null ? 0 : within * Math.sqrt(shrink);
    }

    private double least(double shrink) {
        return from != null ? from : to != null ? Double.NEGATIVE_INFINITY : expected - tolerance(shrink);
    }

    private double most(double shrink) {
        return to != null ? to : from != null ? Double.POSITIVE_INFINITY : expected + tolerance(shrink);
    }

    /** How much of the tolerance a value uses up, 0 and more; more than 1 is out. Not a number where it is exact or bounded to one side. */
    double used(double value, double shrink) {
        double half = (most(shrink) - least(shrink)) / 2;
        return half > 0 && half < Double.POSITIVE_INFINITY ? Math.abs(value - least(shrink) - half) / half : Double.NaN;
    }

    /** What it has to be, in words. */
    public String expectation() {
        return shown != null ? shown : expected == null ? allowance(1) : Digits.of(expected, unit);
    }

    /** How far off it may be, in words. */
    public String allowance(double shrink) {
        if (from != null && to != null) {
            return Digits.of(from, unit) + " to " + Digits.of(to, unit);
        }
        if (from != null || to != null) {
            return from != null ? "at least " + Digits.of(from, unit) : "at most " + Digits.of(to, unit);
        }
        double tolerance = tolerance(shrink);
        return tolerance == 0 ? "exact" : "±" + Digits.of(tolerance, unit).toLowerCase(Locale.ROOT);
    }
}
