package dsqlsim.kernel;

import org.apache.commons.math3.special.Erf;

/** The standard normal law. */
final class Normal {
    /** Its 99th percentile. */
    static final double P99 = -quantile(0.01);

    private Normal() {}

    /** The probability of a value of at most {@code z}. */
    static double cdf(double z) {
        return 0.5 * Erf.erfc(-z / Math.sqrt(2));
    }

    /** The quantile of a probability of at most one half, to 16 digits: algorithm AS 241 (Wichura 1988). */
    static double quantile(double p) {
        double q = 0.5 - p;
        if (q <= 0.425) {
            double r = 0.180625 - q * q;
            return -q * polynomial(Coefficients.CENTRE_OVER, r) / polynomial(Coefficients.CENTRE_UNDER, r);
        }
        double r = Math.sqrt(-StrictMath.log(p));
        return r <= 5
                ? -polynomial(Coefficients.MIDDLE_OVER, r - 1.6) / polynomial(Coefficients.MIDDLE_UNDER, r - 1.6)
                : -polynomial(Coefficients.TAIL_OVER, r - 5) / polynomial(Coefficients.TAIL_UNDER, r - 5);
    }

    private static double polynomial(double[] coefficients, double x) {
        double value = 0;
        for (double coefficient : coefficients) {
            value = value * x + coefficient;
        }
        return value;
    }

    /** Of the rational functions, highest power first; in a class of their own so that they are there before {@link #P99} is. */
    private static final class Coefficients {
        static final double[] CENTRE_OVER = {
            2509.0809287301227,
            33430.57558358813,
            67265.7709270087,
            45921.95393154987,
            13731.69376550946,
            1971.5909503065513,
            133.14166789178438,
            3.3871328727963665
        };
        static final double[] CENTRE_UNDER = {
            5226.495278852854,
            28729.085735721943,
            39307.89580009271,
            21213.794301586597,
            5394.196021424751,
            687.1870074920579,
            42.31333070160091,
            1.0
        };
        static final double[] MIDDLE_OVER = {
            0.0007745450142783414,
            0.022723844989269184,
            0.2417807251774506,
            1.2704582524523684,
            3.6478483247632045,
            5.769497221460691,
            4.630337846156546,
            1.4234371107496835
        };
        static final double[] MIDDLE_UNDER = {
            1.0507500716444169e-09,
            0.0005475938084995345,
            0.015198666563616457,
            0.14810397642748008,
            0.6897673349851,
            1.6763848301838038,
            2.053191626637759,
            1.0
        };
        static final double[] TAIL_OVER = {
            2.0103343992922881e-07,
            2.7115555687434876e-05,
            0.0012426609473880784,
            0.026532189526576124,
            0.29656057182850487,
            1.7848265399172913,
            5.463784911164114,
            6.657904643501103
        };
        static final double[] TAIL_UNDER = {
            2.0442631033899397e-15,
            1.421511758316446e-07,
            1.8463183175100548e-05,
            0.0007868691311456133,
            0.014875361290850615,
            0.1369298809227358,
            0.599832206555888,
            1.0
        };
    }
}
