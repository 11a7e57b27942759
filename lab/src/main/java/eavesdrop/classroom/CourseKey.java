package eavesdrop.classroom;

import eavesdrop.LabException;
import eavesdrop.OwnerOnly;
import eavesdrop.worksheet.TextFile;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/// The secret of a course, from which every ticket of its students follows. It is made once, stays with the
/// instructor, and is part of nothing that students get.
///
/// In its file stand comments and one line of 64 hexadecimal digits.
public final class CourseKey {
    private static final int BYTES = 32;
    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ, PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE);

    private final byte[] key;

    private CourseKey(byte[] key) {
        this.key = key;
    }

    /// Makes a key and its file, which only its owner may read (mode 600, where the file system knows modes).
    ///
    /// @param random must be unpredictable: a `SecureRandom`
    /// @throws LabException when the file is there already, or cannot be written
    public static CourseKey make(Path file, RandomGenerator random) {
        byte[] key = new byte[BYTES];
        random.nextBytes(key);
        String text = """
                # The course key: all tickets of the course follow from it. Keep it secret, and keep a copy of it:
                # without it, nothing that students hand in can be checked any more.
                %s
                """.formatted(HexFormat.of().formatHex(key));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            // Its mode is set while it is made: there is no moment in which others can open it.
            Files.createFile(file, OwnerOnly.attributes(file));
            Files.writeString(file, text, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException there) {
            throw LabException.file("There is a course key already: " + file + ".", "Use it; it is never replaced.");
        } catch (IOException denied) {
            throw LabException.unwritable(file, denied);
        }
        return new CourseKey(key);
    }

    /// @throws LabException when the file is not there or holds no key
    public static CourseKey read(Path file) {
        String digits = TextFile.read(file)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .collect(Collectors.joining("\n"));
        if (!digits.matches("[0-9a-f]{" + 2 * BYTES + "}")) {
            throw LabException.file(
                    file + " holds no course key: one line of 64 hexadecimal digits.",
                    "Restore it from your copy; a new key would fit none of the tickets that are out.");
        }
        return new CourseKey(HexFormat.of().parseHex(digits));
    }

    /// Whether others than its owner may read or write the file.
    public static boolean isOpenToOthers(Path file) {
        try {
            return Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains);
        } catch (IOException | UnsupportedOperationException noSuchModes) {
            return false;
        }
    }

    /// The ticket of a student: its seed is HMAC-SHA-256 of the ID under this key.
    ///
    /// @throws LabException when this cannot be an ID
    public Ticket issue(String id) {
        return new Ticket(id, HexFormat.of().formatHex(Hmac.sha256(key, id)));
    }
}
