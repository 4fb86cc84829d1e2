package dsqlsim.scenario;

import java.util.Locale;

/** What an adjudicator checks at COMMIT. */
public enum Isolation {
    /** Written keys only, as the service does. */
    SNAPSHOT,
    /** Keys read, too. */
    SERIALIZABLE;

    /** The name in scenarios. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
