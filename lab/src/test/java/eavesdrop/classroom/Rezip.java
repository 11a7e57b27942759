package eavesdrop.classroom;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/// Takes a submission apart and puts it together wrongly.
final class Rezip {
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    Rezip(byte[] zip) throws IOException {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
    }

    byte[] file(String name) {
        return Objects.requireNonNull(files.get(name), name);
    }

    Map<String, byte[]> files() {
        return files;
    }

    Rezip put(String name, byte[] content) {
        files.put(name, content);
        return this;
    }

    Rezip put(String name, String content) {
        return put(name, content.getBytes(StandardCharsets.UTF_8));
    }

    Rezip remove(String name) {
        files.remove(name);
        return this;
    }

    Rezip edit(String name, UnaryOperator<String> change) {
        return put(name, change.apply(new String(file(name), StandardCharsets.UTF_8)));
    }

    /// Replaces a file and its digest, as somebody would who knows how the manifest is made.
    Rezip forge(String name, byte[] content) {
        String before = Digest.of(file(name));
        return put(name, content).edit(Manifest.NAME, manifest -> manifest.replace(before, Digest.of(content)));
    }

    Rezip forge(String name, UnaryOperator<String> change) {
        String changed = change.apply(new String(file(name), StandardCharsets.UTF_8));
        return forge(name, changed.getBytes(StandardCharsets.UTF_8));
    }

    byte[] zip() throws IOException {
        return zip("", "");
    }

    /// With one more entry at the end: a file of a name that is there, or a link when `target` is not empty.
    byte[] zip(String extra, String target) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                add(zip, new ZipArchiveEntry(file.getKey()), file.getValue());
            }
            if (!extra.isEmpty()) {
                ZipArchiveEntry entry = new ZipArchiveEntry(extra);
                if (!target.isEmpty()) {
                    entry.setUnixMode(UnixStat.LINK_FLAG | 0777);
                }
                add(zip, entry, target.getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static void add(ZipArchiveOutputStream zip, ZipArchiveEntry entry, byte[] content) throws IOException {
        entry.setTime(0);
        zip.putArchiveEntry(entry);
        zip.write(content);
        zip.closeArchiveEntry();
    }
}
