package dsqlsim.ledger;

import dsqlsim.kernel.Distribution;
import dsqlsim.yaml.Quantity;
import java.util.OptionalLong;

/** Reads distributions until the kernel does: constants for now. */
final class Distributions {
    private Distributions() {}

    static Distribution parse(String text) {
        OptionalLong nanos = Quantity.duration(text.replaceAll(".*p50 ([0-9.]+ms).*", "$1"));
        if (nanos.isEmpty() && !text.contains("(")) {
            throw new IllegalArgumentException("no distribution: " + text);
        }
        return Distribution.constant(nanos.orElse(0));
    }
}
