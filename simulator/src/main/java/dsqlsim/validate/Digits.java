package dsqlsim.validate;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as the tables show them: five digits, with their unit. */
final class Digits {
    private static final MathContext FIVE = new MathContext(5);

    private Digits() {}

    static String of(Double value, String unit) {
        if (value == null || !Double.isFinite(value)) {
            return "-";
        }
        BigDecimal rounded = new BigDecimal(value).round(FIVE);
        String text = rounded.signum() == 0 ? "0" : plain(rounded.stripTrailingZeros());
        return unit.isEmpty() ? text : text + " " + unit;
    }

    private static String plain(BigDecimal value) {
        boolean tiny = value.abs().compareTo(new BigDecimal("0.0001")) < 0;
        return tiny ? value.toString() : value.toPlainString();
    }
}
