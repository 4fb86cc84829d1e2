package dsqlsim.report;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Files that are there whole or not at all: written beside their place, then moved into it. */
public final class FileOutput {
    /** What a file will hold, for those that are too long to be held in memory. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private FileOutput() {}

    /** Writes a file, replacing an older one in one step. Something that is no plain file, such as a pipe, is written to directly. */
    public static void write(Path target, byte[] content) throws UnwritableOutputException {
        write(target, out -> out.write(content));
    }

    /** The same, of content that is made while it is written. */
    public static void write(Path target, Content content) throws UnwritableOutputException {
        requireWritable(target);
        try {
            if (Files.exists(target) && !Files.isRegularFile(target)) {
                fill(target, content);
            } else {
                writeBeside(Files.exists(target) ? target.toRealPath() : target, content);
            }
        } catch (IOException e) {
            throw new UnwritableOutputException(target, reason(e), e);
        }
    }

    /** Tells before a long run, rather than after it, that its output could not be written. Writes nothing. */
    public static void requireWritable(Path target) throws UnwritableOutputException {
        Path folder = target.toAbsolutePath().getParent();
        if (Files.isDirectory(target)) {
            throw new UnwritableOutputException(target, "it is a folder", null);
        }
        if (folder == null || !Files.isDirectory(folder)) {
            throw new UnwritableOutputException(target, "the folder " + target.getParent() + " does not exist", null);
        }
        if (Files.exists(target) ? !Files.isWritable(target) : !Files.isWritable(folder)) {
            throw new UnwritableOutputException(target, "permission denied", null);
        }
    }

    private static void fill(Path target, Content content) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target))) {
            content.writeTo(out);
        }
    }

    private static void writeBeside(Path target, Content content) throws IOException {
        String name = "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part";
        Path part = target.resolveSibling(name);
        part.toFile().deleteOnExit(); // If the program is interrupted just now.
        try {
            fill(part, content);
            move(part, target);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void move(Path part, Path target) throws IOException {
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING); // As whole as this file system can.
        }
    }

    private static String reason(IOException e) {
        return e instanceof AccessDeniedException ? "permission denied" : e.getMessage();
    }
}
