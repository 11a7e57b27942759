package eavesdrop.classroom;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/// Tells an archive by how it begins.
final class ArchiveSigns {
    /// zip (and an empty one), 7z, rar, gzip, xz, bzip2.
    private static final List<String> STARTS =
            List.of("504b0304", "504b0506", "377abcaf", "52617221", "1f8b08", "fd377a58", "425a68");

    private ArchiveSigns() {}

    /// @throws Refused when the file is an archive itself
    static void refuse(String name, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            String start = HexFormat.of().formatHex(in.readNBytes(4));
            boolean named = name.toLowerCase(Locale.ROOT).endsWith(".zip");
            if (named || STARTS.stream().anyMatch(start::startsWith)) {
                throw new Refused(
                        Mark.ARCHIVE_INSIDE,
                        "It holds an archive: " + Shown.of(name)
                                + ". If this is the export of a learning platform, unpack"
                                + " it first. A student hands in the zip that submit made, as it is.");
            }
        }
    }
}
