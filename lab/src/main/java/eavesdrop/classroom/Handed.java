package eavesdrop.classroom;

import eavesdrop.LabException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// One thing that lies in the folder of submissions: a zip, or a folder that was unpacked from one.
///
/// @param name its path below that folder, with `/` on every system
/// @param modified the date of the file; of the newest file in a folder
record Handed(String name, Path path, Instant modified) {
    /// `submission-ada.zip`, `submission-ada (2).zip`, `ada.zip`, `ada`.
    private static final Pattern NAMED_FOR = Pattern.compile("(?:submission-)?(.+?)(?: ?\\(\\d+\\))?(?:\\.zip)?");

    /// As learning platforms call it: `Ada Lovelace_123_assignsubmission_file_submission-ada.zip`.
    private static final Pattern NAMED_BY_PLATFORM = Pattern.compile(".*_submission-(.+?)(?:\\.zip)?");

    /// The same, handed in once more: `lovelaceada_98_76_submission-ada-1.zip`.
    private static final Pattern NAMED_ONCE_MORE = Pattern.compile(".*_submission-(.+?)-\\d+(?:\\.zip)?");

    /// Packing writes it where there is no date, and so does `submit`.
    private static final Instant OLDEST_IN_A_ZIP = Instant.parse("1980-01-03T00:00:00Z");

    static Handed of(String name, Path path) {
        return new Handed(name, path, newest(path));
    }

    boolean isFolder() {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    }

    /// Whose it is, going by its name alone: for what cannot be opened.
    Optional<Student> namedFor(Map<String, Student> byFoldedId) {
        return Stream.of(NAMED_FOR, NAMED_BY_PLATFORM, NAMED_ONCE_MORE)
                .map(form -> form.matcher(path.getFileName().toString()))
                .filter(Matcher::matches)
                .flatMap(matcher -> Optional.ofNullable(byFoldedId.get(Roster.folded(matcher.group(1)))).stream())
                .findFirst();
    }

    /// Whether it has a date of its own. Files that were unpacked from a submission have none: a zip of `submit` holds
    /// no dates, so that the same work gives the same bytes.
    boolean isDated() {
        return modified.isAfter(OLDEST_IN_A_ZIP);
    }

    /// The files, unpacked into an empty folder where it is a zip.
    ///
    /// @throws Refused when it should not be opened
    SubmissionFiles open(Path work) {
        if (Files.isSymbolicLink(path)) {
            throw new Refused(Mark.LINK, "It is a link, and links are not followed.");
        }
        return isFolder() ? SubmissionFiles.of(folder()) : Unpacking.unpack(path, work);
    }

    /// Tells whether anything in it has changed.
    ///
    /// @throws Refused when it cannot be read
    String digest() {
        try {
            return digestOfAll();
        } catch (LabException unreadable) {
            throw new Refused(Mark.DAMAGED, "It cannot be read on this machine.");
        }
    }

    private String digestOfAll() {
        if (!isFolder()) {
            return tooLarge() ? "too large" : SubmissionFiles.digest(path);
        }
        Digest digest = new Digest();
        folder().forEach((name, file) -> digest.add(name).add(SubmissionFiles.digest(file)));
        return digest.hex();
    }

    private boolean tooLarge() {
        try {
            return Files.size(path) > SubmissionLimits.ALL_BYTES;
        } catch (IOException unreadable) {
            return false;
        }
    }

    /// Within the same bounds as a zip.
    private TreeMap<String, Path> folder() {
        TreeMap<String, Path> files = new TreeMap<>();
        long bytes = 0;
        try (Stream<Path> all = Files.walk(path)) {
            for (Path file : all.limit(4L * SubmissionLimits.FILES).toList()) {
                String name = path.relativize(file).toString().replace('\\', '/');
                if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS) || SubmissionFiles.isClutter(name)) {
                    continue;
                }
                if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    throw new Refused(Mark.LINK, "It holds a link instead of a file: " + Shown.of(name) + ".");
                }
                files.put(name, file);
                bytes += Files.size(file);
                if (Files.size(file) > SubmissionLimits.FILE_BYTES || bytes > SubmissionLimits.ALL_BYTES) {
                    throw new Refused(Mark.TOO_LARGE, "Its files are too large: " + Shown.of(name) + ".");
                }
            }
        } catch (IOException | UncheckedIOException unreadable) {
            throw new Refused(Mark.DAMAGED, "The folder cannot be read on this machine.");
        }
        if (files.size() > SubmissionLimits.FILES) {
            throw new Refused(Mark.TOO_MANY_FILES, "It holds more than " + SubmissionLimits.FILES + " files.");
        }
        return files;
    }

    private static Instant newest(Path path) {
        try (Stream<Path> all = Files.walk(path)) {
            return all.limit(4L * SubmissionLimits.FILES)
                    .filter(file -> file.equals(path) || Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file -> !file.equals(path) || !Files.isDirectory(path))
                    .map(Handed::modified)
                    .max(Comparator.naturalOrder())
                    .orElse(Instant.EPOCH);
        } catch (IOException | UncheckedIOException unreadable) {
            return Instant.EPOCH;
        }
    }

    private static Instant modified(Path file) {
        try {
            return Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toInstant();
        } catch (IOException gone) {
            return Instant.EPOCH;
        }
    }
}
