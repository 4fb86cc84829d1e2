package dsqlsim.ledger;

import java.util.Locale;

/** How well a value is known, from best to least. */
public enum Confidence {
    /** In the product documentation. */
    DOCUMENTED,
    /** Stated by an engineer who builds the system. */
    ENGINEER,
    /** Measured by a third party on the live service. */
    MEASURED,
    /** Inferred or proposed here; nobody has published it. */
    INFERRED;

    /** The name in results. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
