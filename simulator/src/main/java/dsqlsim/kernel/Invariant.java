package dsqlsim.kernel;

import java.util.Locale;

/** Always-on checks of what must be true in the simulator itself, whatever a scenario does. */
public final class Invariant {
    private Invariant() {}

    /** Throws when the condition does not hold. The message is formatted only then. */
    public static void check(boolean condition, String format, long a) {
        if (!condition) {
            throw new AssertionError(String.format(Locale.ROOT, format, a));
        }
    }

    /** Throws when the condition does not hold. */
    public static void check(boolean condition, String message) {
        if (!condition) {
            throw new AssertionError(message);
        }
    }
}
