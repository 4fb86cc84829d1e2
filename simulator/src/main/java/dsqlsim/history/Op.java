package dsqlsim.history;

import java.util.List;

/**
 * One operation of a transaction, in program order.
 *
 * @param value what was written, appended or read; null for nothing
 * @param list what a read of a list saw; null unless it is one
 */
public record Op(Kind kind, String key, String value, List<String> list) {
    /** What it does. */
    public enum Kind {
        READ,
        WRITE,
        APPEND
    }

    public Op {
        list = list == null ? null : List.copyOf(list);
    }

    boolean writes() {
        return kind != Kind.READ;
    }
}
