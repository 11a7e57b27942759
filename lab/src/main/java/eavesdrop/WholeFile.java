package eavesdrop;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;

/// Writes a file so that nobody ever finds half of it: beside its place first, then moved there. Whoever is killed, or
/// whose disk is full, leaves the file as it was.
public final class WholeFile {
    private WholeFile() {}

    /// Makes or replaces a file.
    ///
    /// @throws IOException when it cannot be written; then what was there before is still there
    public static void write(Path file, byte[] content) throws IOException {
        write(file, content, new FileAttribute<?>[0]);
    }

    /// As `write`, in UTF-8.
    public static void write(Path file, String content) throws IOException {
        write(file, content.getBytes(StandardCharsets.UTF_8));
    }

    /// As `write`; only its owner may read it, where the file system knows permissions.
    public static void writeForOwner(Path file, String content) throws IOException {
        write(file, content.getBytes(StandardCharsets.UTF_8), OwnerOnly.attributes(file));
    }

    private static void write(Path file, byte[] content, FileAttribute<?>[] attributes) throws IOException {
        Path target = Files.isSymbolicLink(file) ? file.toRealPath() : file;
        // Two processes that write the same file each have their own draft.
        long process = ProcessHandle.current().pid();
        Path draft = target.resolveSibling(target.getFileName() + "." + process + ".new");
        try {
            Files.deleteIfExists(draft);
            Files.createFile(draft, attributes);
            Files.write(draft, content);
            move(draft, target);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static void move(Path draft, Path target) throws IOException {
        try {
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException otherFileSystem) {
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
