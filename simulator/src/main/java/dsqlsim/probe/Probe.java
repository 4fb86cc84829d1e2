package dsqlsim.probe;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What is asked of a region to find out whether it works. */
public enum Probe {
    /** Whether its endpoint lends a connection. */
    CONNECT,
    /** Whether a transaction that reads one row succeeds. */
    READ,
    /** What its control plane says of the cluster: nothing of this touches the data. */
    CONTROL_PLANE;

    /** The words of the language, in order. */
    public static List<String> words() {
        return Arrays.stream(values()).map(Probe::word).toList();
    }

    /** The probe of a word of the language. */
    public static Probe of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** How the language writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
