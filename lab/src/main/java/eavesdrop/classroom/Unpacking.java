package eavesdrop.classroom;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/// Unpacks a stranger's zip. Everything it says about itself is doubted: sizes are counted while unpacking, names are
/// never used as names of files, and two readers must agree about what is in it.
final class Unpacking {
    private static final int BUFFER = 1 << 14;

    private final Path into;
    private final Map<String, Path> files = new LinkedHashMap<>();
    private long unpacked;

    private Unpacking(Path into) {
        this.into = into;
    }

    /// @param into an empty folder
    /// @throws Refused when it is no zip, or one that nobody should unpack
    static SubmissionFiles unpack(Path zip, Path into) {
        int entries = ZipDirectory.check(zip);
        try (ZipFile archive = ZipFile.builder()
                .setPath(zip)
                .setCharset(StandardCharsets.UTF_8)
                .get()) {
            List<ZipArchiveEntry> all = Collections.list(archive.getEntries());
            if (all.size() != entries) {
                throw new Refused(Mark.DAMAGED, "Its directory is damaged: two readers find different files in it.");
            }
            Unpacking unpacking = new Unpacking(into);
            for (ZipArchiveEntry entry : all) {
                unpacking.take(archive, entry);
            }
            return SubmissionFiles.of(unpacking.files);
        } catch (EOFException cut) {
            throw new Refused(Mark.DAMAGED, "The zip is cut off: it ends in the middle of a file.");
        } catch (IOException | IllegalArgumentException broken) {
            throw new Refused(Mark.DAMAGED, "The zip is damaged: it cannot be unpacked.");
        }
    }

    private void take(ZipArchiveEntry entry, InputStream content) throws IOException {
        String name = entry.getName();
        Path file = into.resolve("file-" + files.size());
        if (files.put(name, file) != null) {
            throw new Refused(Mark.DOUBLE_NAME, "It holds two files of the same name: " + Shown.of(name) + ".");
        }
        if (copy(entry, content, file) != entry.getCrc()) {
            throw new Refused(Mark.DAMAGED, "The zip is damaged: the checksum of " + Shown.of(name) + " is wrong.");
        }
        ArchiveSigns.refuse(name, file);
    }

    private void take(ZipFile archive, ZipArchiveEntry entry) throws IOException {
        EntryName.check(entry.getName());
        if (entry.isUnixSymlink()) {
            throw new Refused(Mark.LINK, "It holds a link instead of a file: " + Shown.of(entry.getName()) + ".");
        }
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw new Refused(Mark.ENCRYPTED, "The zip has a password.");
        }
        if (entry.isDirectory() || SubmissionFiles.isClutter(entry.getName())) {
            return;
        }
        if (entry.getMethod() != ZipEntry.STORED && entry.getMethod() != ZipEntry.DEFLATED) {
            throw new Refused(
                    Mark.DAMAGED,
                    "It is compressed in a way that this kit does not read (method " + entry.getMethod() + ").");
        }
        try (InputStream content = archive.getInputStream(entry)) {
            take(entry, content);
        } catch (ZipException broken) {
            throw new Refused(Mark.DAMAGED, "The zip is damaged in " + Shown.of(entry.getName()) + ".");
        }
    }

    /// Copies and returns the CRC-32 of what came, which counts, whatever the entry claims.
    private long copy(ZipArchiveEntry entry, InputStream content, Path file) throws IOException {
        CRC32 crc = new CRC32();
        long bytes = 0;
        byte[] buffer = new byte[BUFFER];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                bytes += read;
                unpacked += read;
                refuseExcess(entry, bytes);
                crc.update(buffer, 0, read);
                out.write(buffer, 0, read);
            }
        }
        return crc.getValue();
    }

    private void refuseExcess(ZipArchiveEntry entry, long bytes) {
        String name = Shown.of(entry.getName());
        if (bytes > SubmissionLimits.SMALL_BYTES
                && bytes > SubmissionLimits.RATIO * Math.max(1, entry.getCompressedSize())) {
            throw new Refused(
                    Mark.COMPRESSED_TOO_MUCH,
                    name + " unpacks to more than " + SubmissionLimits.RATIO + " times its size, as a zip bomb does.");
        }
        if (bytes > SubmissionLimits.FILE_BYTES) {
            throw new Refused(
                    Mark.TOO_LARGE, name + " is larger than " + (SubmissionLimits.FILE_BYTES >> 20) + " MiB.");
        }
        if (unpacked > SubmissionLimits.ALL_BYTES) {
            throw new Refused(
                    Mark.TOO_LARGE,
                    "Its files are larger than " + (SubmissionLimits.ALL_BYTES >> 20) + " MiB together.");
        }
    }
}
