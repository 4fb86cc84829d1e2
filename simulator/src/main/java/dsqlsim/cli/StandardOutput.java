package dsqlsim.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * Where results are printed to. It remembers whether all of it could be written: to a full disk a command has not said what it was
 * asked to say, however well it went.
 */
final class StandardOutput extends OutputStream {
    private final OutputStream to;
    private IOException failure;

    StandardOutput(OutputStream to) {
        this.to = to;
    }

    PrintWriter writer() {
        return new PrintWriter(new OutputStreamWriter(this, StandardCharsets.UTF_8), true);
    }

    /** The exit status of a command that ended with one, once everything is written; {@code err} is told what went wrong. */
    int status(int ended, PrintWriter out, PrintWriter err) {
        out.flush();
        if (failure == null) {
            return ended;
        }
        if (!"Broken pipe".equals(failure.getMessage())) { // Else whoever reads has seen enough, as of `| head`.
            err.print("standard output can't be written: " + failure.getMessage() + "\n");
            err.flush();
        }
        return ended == 0 ? Main.BAD_INPUT : ended;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        try {
            to.write(bytes, from, length);
        } catch (IOException e) {
            failure = failure == null ? e : failure;
            throw e;
        }
    }
}
