package dsqlsim.ledger;

import java.util.Locale;

/** Which column of the ledger a scenario starts from. */
public enum Preset {
    /** Calibrated to what is published about the service. */
    AWS,
    /** A laboratory: nothing takes time and nothing is limited unless the scenario says so. */
    IDEAL;

    /** The name in scenarios. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
