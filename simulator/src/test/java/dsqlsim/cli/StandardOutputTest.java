package dsqlsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/** What can't be printed was not said: no command ends well then. */
class StandardOutputTest {
    private final StringWriter err = new StringWriter();

    /** Takes some bytes, then fails. */
    private int to(int capacity, String failure, String... arguments) {
        OutputStream stream = new OutputStream() {
            private int left = capacity;

            @Override
            public void write(int b) throws IOException {
                if (left-- <= 0) {
                    throw new IOException(failure);
                }
            }
        };
        return Main.execute(new StandardOutput(stream), new PrintWriter(err), arguments);
    }

    @Test
    void aFullDiskIsAFailure() {
        for (String command :
                new String[] {"list", "metrics", "help", "--version", "schema", "check region-isolation"}) {
            assertThat(to(3, "No space left on device", command.split(" ")))
                    .as(command)
                    .isEqualTo(2);
        }
        assertThat(err.toString()).startsWith("standard output can't be written: No space left on device\n");
    }

    @Test
    void aReaderThatHasSeenEnoughIsNotToldOff() {
        assertThat(to(3, "Broken pipe", "list")).isEqualTo(2);
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void whatWentWrongBeforeCountsMore() {
        assertThat(to(0, "No space left on device", "check", "nothing-of-the-kind.yaml"))
                .isEqualTo(2);
        assertThat(to(Integer.MAX_VALUE, "never", "list")).isZero();
    }
}
