package dsqlsim.ledger;

import java.util.Arrays;
import java.util.Locale;

/** Mistakes that can be put into the protocol on purpose, to prove that the checkers find them. */
public enum PlantedBug {
    NONE;

    /** The name in scenarios. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The names of all, {@code none} first. */
    public static String[] labels() {
        return Arrays.stream(values()).map(PlantedBug::label).toArray(String[]::new);
    }
}
