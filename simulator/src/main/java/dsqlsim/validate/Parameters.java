package dsqlsim.validate;

import dsqlsim.kernel.Distribution;
import dsqlsim.kernel.DistributionParser;
import java.util.Map;

/** What a bench is told. */
record Parameters(Map<String, String> values) {
    String text(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("a bench needs '" + name + "'");
        }
        return value;
    }

    double number(String name) {
        return Double.parseDouble(text(name));
    }

    int count(String name) {
        return Integer.parseInt(text(name));
    }

    /** Plain numbers are seconds. */
    Distribution law(String name) {
        return DistributionParser.parseUnitless(text(name));
    }
}
