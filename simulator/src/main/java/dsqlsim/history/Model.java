package dsqlsim.history;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The isolation models that a history can be checked against. */
public enum Model {
    /** As if one transaction ran after the other, in some order. */
    SERIALIZABLE(true, false),
    /** The same, in an order that real time allows. */
    STRICT_SERIALIZABLE(true, true),
    /** Each reads some snapshot of the past, and of two that overlap and write one key only one commits. */
    SNAPSHOT_ISOLATION(false, false),
    /** A snapshot holds only what was committed before its transaction began. */
    ANSI_SI(false, true),
    /** A snapshot holds everything that was committed before its transaction began. */
    STRONG_SI(false, true),
    /** The same, of the transaction's own session. */
    SESSION_SI(false, false),
    /** A snapshot holds exactly what was committed before its start timestamp, and the first committer wins. */
    EXACT_TIMESTAMPS(false, true);

    final boolean serial;
    final boolean needsTime;

    Model(boolean serial, boolean needsTime) {
        this.serial = serial;
        this.needsTime = needsTime;
    }

    /** Its name on the command line. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** All names. */
    public static List<String> labels() {
        return Arrays.stream(values()).map(Model::label).toList();
    }

    /** The model of a name, or nothing. */
    public static Optional<Model> find(String label) {
        return Arrays.stream(values())
                .filter(each -> each.label().equals(label))
                .findFirst();
    }
}
