package dsqlsim.fault;

import java.util.Locale;

/** The types of disruption that objectives are stated for (as AWS Resilience Hub has them). */
public enum Disruption {
    APPLICATION,
    INFRASTRUCTURE,
    ZONE,
    REGION;

    /** The name in scenarios and results. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
