package eavesdrop.topology;

import eavesdrop.LabException;
import eavesdrop.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/// Tells whether folders still hold what they held: one SHA-256 of all their files' names and bytes.
public final class FolderDigest {
    private FolderDigest() {}

    /// @param folders one that is not there counts as an empty one
    /// @return 64 hexadecimal digits
    public static String of(List<Path> folders) {
        MessageDigest digest = Sha256.begin();
        folders.forEach(folder -> add(folder, digest));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(Path folder, MessageDigest digest) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                add(folder.relativize(file).toString().getBytes(StandardCharsets.UTF_8), digest);
                add(Files.readAllBytes(file), digest);
            }
        } catch (IOException unreadable) {
            throw LabException.file(
                    "The folder " + folder + " cannot be read: " + unreadable.getMessage(), "Check its permissions.");
        }
    }

    /// The length stands before the bytes: so no name can end where another's bytes begin.
    private static void add(byte[] bytes, MessageDigest digest) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
    }
}
