package dsqlsim.report;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The published schemas of the other files are what their records say. After a change: {@code -Ddsqlsim.update=true}. */
class FormatSchemasTest {
    @Test
    void comparison() throws IOException {
        check("comparison", Comparison.class);
    }

    @Test
    void diff() throws IOException {
        check("diff", Diff.class);
    }

    @Test
    void sweep() throws IOException {
        check("sweep", SweepResult.class);
    }

    @Test
    void impact() throws IOException {
        check("impact", Impact.class);
    }

    private static void check(String format, Class<?> type) throws IOException {
        RecordSchema.check(
                format, type, "A file of dsqlsim, kind " + format + ", format 1", "/properties/dsqlsim-" + format);
    }
}
