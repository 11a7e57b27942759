package eavesdrop.classroom;

import eavesdrop.LabException;
import eavesdrop.classroom.Manifest.PackedFile;
import eavesdrop.classroom.Manifest.Sheet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Packs a submission. The same files give the same bytes: the order is fixed, and no time or machine gets in.
public final class SubmissionZip {
    /// The oldest time that a zip can hold.
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Manifest manifest;
    private final byte[] bytes;

    private SubmissionZip(Manifest manifest, byte[] bytes) {
        this.manifest = manifest;
        this.bytes = bytes;
    }

    /// What is in it.
    public Manifest manifest() {
        return manifest;
    }

    /// The zip; a copy.
    public byte[] bytes() {
        return bytes.clone();
    }

    /// @param code what the student wrote for the exercises, by the names that the files get in the zip
    /// @param progress `progress.yml`, where there is one
    /// @param kit the version of the kit
    /// @throws LabException when a file cannot be read, or is larger than graders take
    public static SubmissionZip of(
            Ticket ticket, Packing packing, Map<String, Path> code, Optional<Path> progress, String kit) {
        Map<String, byte[]> contents = new TreeMap<>();
        EntryNames names = new EntryNames();
        List<Sheet> sheets = new ArrayList<>();
        for (Packing.Part part : packing.parts()) {
            sheets.add(new Sheet(
                    part.worksheet().number(),
                    names.add("worksheets", part.worksheet().markdown()),
                    names.add("evidence", part.capture()),
                    names.add("evidence", part.log()),
                    names.add("evidence", part.mallory())));
        }
        names.files().forEach((name, file) -> contents.put(name, PackedCapture.unpacked(file, read(file))));
        code.forEach((name, file) -> contents.put(name, read(file)));
        progress.ifPresent(file -> contents.put("progress.yml", read(file)));
        List<PackedFile> files = new ArrayList<>();
        contents.forEach((name, bytes) -> files.add(new PackedFile(name, bytes.length, Digest.of(bytes))));
        Manifest manifest = new Manifest(Manifest.FORMAT, ticket.id(), kit, List.copyOf(sheets), List.copyOf(files));
        return new SubmissionZip(manifest, zip(manifest, contents));
    }

    /// Reads a file once, so that its digest and its content are the same even while the lab still writes to it.
    private static byte[] read(Path file) {
        try {
            if (Files.size(file) > SubmissionLimits.FILE_BYTES) {
                throw tooLarge(file);
            }
            return Files.readAllBytes(file);
        } catch (IOException failed) {
            throw LabException.file(file + " cannot be read.", "Check that you may read it: " + failed.getMessage());
        }
    }

    /// Why a file cannot be handed in.
    static LabException tooLarge(Path file) {
        return LabException.file(
                file + " is larger than " + (SubmissionLimits.FILE_BYTES >> 20)
                        + " MiB, which is too large to hand in.",
                "Start the lab anew (./labw down, ./labw up), play once, and answer from that capture.");
    }

    private static byte[] zip(Manifest manifest, Map<String, byte[]> contents) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            put(zip, Manifest.NAME, manifest.print().getBytes(StandardCharsets.UTF_8));
            for (Map.Entry<String, byte[]> file : contents.entrySet()) {
                put(zip, file.getKey(), file.getValue());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory", impossible);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
