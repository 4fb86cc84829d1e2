package dsqlsim.kernel;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads a distribution as the scenario language writes it: {@code 20ms}, {@code 30ms..60ms}, {@code 11ms + exponential(0.5ms)},
 * {@code mix(91% pareto(0.235, 10ms), 9% exponential(1.66ms))}.
 */
public final class DistributionParser {
    private static final int DEPTH_MAX = 8;
    private static final double SECOND = 1e9;
    private static final String A_LAW = "a duration such as '20ms' or a distribution such as 'exponential(50ms)'";
    private static final String A_NAME =
            "constant, exponential, uniform, lognormal, weibull, pareto, abs-normal or mix";
    private static final String A_DURATION = "a duration such as '20ms'";

    private final Scanner scanner;
    private final boolean unitless;
    private int depth;

    private DistributionParser(String text, boolean unitless) {
        this.scanner = new Scanner(text);
        this.unitless = unitless;
    }

    /** Reads a distribution whose durations all carry their unit. */
    public static Distribution parse(String text) {
        return new DistributionParser(text, false).all();
    }

    /** Reads a distribution in which a duration without a unit counts seconds, or whatever the reader takes them for. */
    public static Distribution parseUnitless(String text) {
        return new DistributionParser(text, true).all();
    }

    private Distribution all() {
        Distribution law = sum();
        if (!scanner.atEnd()) {
            throw scanner.unexpected("the end, '+' or '..'");
        }
        return law;
    }

    private Distribution sum() {
        Distribution law = term();
        while (true) {
            if (!scanner.accept("+")) {
                return law;
            }
            int offset = scanner.offset();
            Distribution other = term();
            if (other instanceof Constant) {
                law = law.plus(other.mean());
            } else if (law instanceof Constant) {
                law = other.plus(law.mean());
            } else {
                throw scanner.unexpected("a constant on one side of '+'", offset);
            }
        }
    }

    private Distribution term() {
        if (scanner.atNumber()) {
            return constantOrRange();
        }
        int offset = scanner.offset();
        String name = scanner.word();
        if (name.isEmpty() || ++depth > DEPTH_MAX) {
            throw scanner.unexpected(name.isEmpty() ? A_LAW : "mixtures at most " + DEPTH_MAX + " deep", offset);
        }
        scanner.expect("(", "'(' after '" + name + "'");
        Distribution law = named(name, offset);
        scanner.expect(")", "')'");
        depth--;
        return law;
    }

    private Distribution constantOrRange() {
        double from = duration();
        if (!scanner.accept("..")) {
            return Distribution.constant(from);
        }
        return Distribution.uniform(from, durationFrom(from));
    }

    private Distribution named(String name, int offset) {
        return switch (name) {
            case "constant" -> Distribution.constant(duration());
            case "exponential" -> Distribution.exponential(duration());
            case "uniform" -> uniform();
            case "lognormal" -> lognormal();
            case "weibull" -> weibull();
            case "pareto" -> pareto();
            case "abs-normal" -> absNormal();
            case "mix" -> mix();
            default -> throw scanner.unexpected(A_NAME, offset);
        };
    }

    private Distribution uniform() {
        double from = duration();
        comma();
        return Distribution.uniform(from, durationFrom(from));
    }

    private Distribution absNormal() {
        double mean = duration();
        comma();
        return Distribution.absNormal(mean, duration());
    }

    private Distribution weibull() {
        double shape = positive("a shape such as 1.5");
        comma();
        return Distribution.weibull(shape, duration());
    }

    private Distribution lognormal() {
        if (scanner.accept("mean")) {
            double mean = durationAboveZero();
            comma();
            scanner.expect("scv", "'scv'");
            return Distribution.lognormalByMean(mean, scanner.number("a squared coefficient of variation such as 4"));
        }
        scanner.expect("p50", "'p50' or 'mean'");
        double p50 = durationAboveZero();
        comma();
        scanner.expect("p99", "'p99'");
        return Distribution.lognormal(p50, durationFrom(p50));
    }

    /**
     * Scale and shape in the order of the publications, pareto(1.05, 1.51) for P(X > x) = (1.05 / x)^1.51; the unit, which is the
     * scale's, may stand behind either.
     */
    private Distribution pareto() {
        int offset = scanner.offset();
        double scale = positive("a scale such as 1.05");
        String unit = scanner.suffix();
        comma();
        double shape = positive("a shape such as 1.51");
        unit = unit.isEmpty() ? scanner.suffix() : unit;
        return Distribution.pareto(shape, nanos(scale, unit, offset));
    }

    private Distribution mix() {
        List<Double> shares = new ArrayList<>();
        List<Distribution> parts = new ArrayList<>();
        double sum = 0;
        int offset = scanner.offset();
        do {
            double share = positive("a share such as '91%'");
            scanner.expect("%", "'%'");
            shares.add(share);
            sum += share;
            parts.add(sum());
        } while (scanner.accept(","));
        if (Math.abs(sum - 100) > 1e-9) {
            throw scanner.unexpected("shares that add up to 100%", offset);
        }
        return Distribution.mix(shares, parts);
    }

    private void comma() {
        scanner.expect(",", "','");
    }

    private double positive(String what) {
        int offset = scanner.offset();
        double number = scanner.number(what);
        if (!(number > 0 && number < 1e15)) {
            throw scanner.unexpected(what, offset);
        }
        return number;
    }

    private double durationFrom(double least) {
        int offset = scanner.offset();
        double nanos = duration();
        if (nanos < least) {
            throw scanner.unexpected("a duration of at least " + Durations.format(least), offset);
        }
        return nanos;
    }

    private double durationAboveZero() {
        int offset = scanner.offset();
        double nanos = duration();
        if (nanos <= 0) {
            throw scanner.unexpected("a duration above zero", offset);
        }
        return nanos;
    }

    private double duration() {
        int offset = scanner.offset();
        double number = scanner.number(A_DURATION);
        return nanos(number, scanner.suffix(), offset);
    }

    private double nanos(double number, String unit, int offset) {
        double factor = unit.isEmpty() && unitless ? SECOND : Durations.unit(unit);
        if (factor == 0) {
            throw scanner.unexpected(A_DURATION + " (units: ns, us, ms, s, m, h, d)", offset);
        }
        double nanos = number * factor;
        if (!(nanos <= Distribution.MAX_NANOS)) {
            throw scanner.unexpected(
                    "a duration of at most " + Distribution.MAX_NANOS / 86_400_000_000_000L + "d", offset);
        }
        return nanos;
    }
}
