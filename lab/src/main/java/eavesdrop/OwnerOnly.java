package eavesdrop;

import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/// Creates files that only their owner may read, where the file system knows permissions.
public final class OwnerOnly {
    private OwnerOnly() {}

    /// For `Files.createFile`.
    public static FileAttribute<?>[] attributes(Path file) {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
