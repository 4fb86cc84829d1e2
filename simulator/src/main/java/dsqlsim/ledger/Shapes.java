package dsqlsim.ledger;

import dsqlsim.kernel.Distribution;
import dsqlsim.kernel.DistributionParser;
import dsqlsim.yaml.Shape;
import java.util.Optional;

/** Values of the language that need more than {@code yaml} knows. */
public final class Shapes {
    /** A duration or a distribution of durations. */
    public static final Shape<Distribution> DISTRIBUTION = Shape.of(
            Kind.DISTRIBUTION.expected(), text -> Optional.of(DistributionParser.parse(text)), Distribution.ZERO);

    private Shapes() {}
}
