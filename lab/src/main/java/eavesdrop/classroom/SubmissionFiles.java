package eavesdrop.classroom;

import eavesdrop.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// The files of one submission, by the names they have in it.
///
/// Where they lie says nothing: an unpacked file has a number for its name, so that no name a stranger chose ever
/// reaches the file system.
record SubmissionFiles(SortedMap<String, Path> byName) {
    private static final Pattern CLUTTER =
            Pattern.compile("(^|.*/)(__MACOSX/.*|\\._[^/]*|\\.DS_Store|Thumbs\\.db|desktop\\.ini)");
    private static final int COPY = 1 << 16;

    /// Files that systems add by themselves.
    static boolean isClutter(String name) {
        return CLUTTER.matcher(name).matches();
    }

    /// Without the one folder around all of them that packing by hand makes.
    static SubmissionFiles of(Map<String, Path> files) {
        SortedMap<String, Path> sorted = new TreeMap<>(files);
        if (!sorted.isEmpty() && !sorted.containsKey(Manifest.NAME)) {
            String first = sorted.firstKey();
            String folder = first.substring(0, first.indexOf('/') + 1);
            if (!folder.isEmpty()
                    && sorted.containsKey(folder + Manifest.NAME)
                    && sorted.keySet().stream().allMatch(name -> name.startsWith(folder))) {
                SortedMap<String, Path> inside = new TreeMap<>();
                sorted.forEach((name, file) -> inside.put(name.substring(folder.length()), file));
                return new SubmissionFiles(inside);
            }
        }
        return new SubmissionFiles(sorted);
    }

    Optional<Path> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /// How large all files are together.
    long bytes() {
        return byName.values().stream()
                .mapToLong(file -> file.toFile().length())
                .sum();
    }

    /// The SHA-256 of a file.
    ///
    /// @throws LabException when it cannot be read
    static String digest(Path file) {
        try (var in = Files.newInputStream(file)) {
            Digest digest = new Digest();
            byte[] buffer = new byte[COPY];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.add(buffer, read);
            }
            return digest.hex();
        } catch (IOException failed) {
            throw LabException.file(file + " cannot be read.", "Check that you may read it: " + failed.getMessage());
        }
    }

    /// A sentence about a file that names it as the submission does, not where it lies.
    String inItsOwnNames(String sentence) {
        String told = sentence;
        for (Map.Entry<String, Path> file : byName.entrySet()) {
            told = told.replace(file.getValue().toString(), file.getKey());
        }
        return told;
    }
}
