package dsqlsim.report;

import java.io.IOException;
import java.nio.file.Path;

/** An output file that cannot be written; the message says which and why, for the user. */
public final class UnwritableOutputException extends IOException {
    private static final long serialVersionUID = 1;

    UnwritableOutputException(Path target, String reason, Throwable cause) {
        super("cannot write " + target + ": " + reason, cause);
    }
}
