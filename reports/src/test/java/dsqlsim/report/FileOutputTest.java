package dsqlsim.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileOutputTest {
    @TempDir
    Path folder;

    @Test
    void replacesAndLeavesNothingBeside() throws IOException {
        Path file = folder.resolve("result.json");
        FileOutput.write(file, new byte[] {1});
        FileOutput.write(file, new byte[] {2, 3});
        assertThat(file).hasBinaryContent(new byte[] {2, 3});
        assertThat(names()).containsExactly("result.json");
    }

    @Test
    void followsALinkRatherThanReplacingIt() throws IOException {
        Path file = Files.write(folder.resolve("real"), new byte[] {1});
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);
        FileOutput.write(link, new byte[] {2});
        assertThat(link).isSymbolicLink();
        assertThat(file).hasBinaryContent(new byte[] {2});
    }

    @Test
    void saysWhyAFileCannotBeWritten() {
        Path orphan = folder.resolve("missing").resolve("x.json");
        assertThatThrownBy(() -> FileOutput.write(orphan, new byte[0]))
                .isInstanceOf(UnwritableOutputException.class)
                .hasMessage("cannot write " + orphan + ": the folder " + orphan.getParent() + " does not exist");
        assertThatThrownBy(() -> FileOutput.requireWritable(folder))
                .hasMessage("cannot write " + folder + ": it is a folder");
    }

    @Test
    void aFailedWriteLeavesTheOldFileAndNoHalfOne() throws IOException {
        Path file = Files.write(folder.resolve("result.json"), new byte[] {1});
        // The name of the part is taken by a folder with something in it, so that writing fails half-way.
        Path part = folder.resolve(".result.json." + ProcessHandle.current().pid() + ".part");
        Files.createDirectories(part.resolve("full"));
        assertThatThrownBy(() -> FileOutput.write(file, new byte[] {2})).isInstanceOf(IOException.class);
        assertThat(file).hasBinaryContent(new byte[] {1});
    }

    private Stream<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        }
    }
}
