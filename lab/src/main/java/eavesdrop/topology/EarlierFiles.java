package eavesdrop.topology;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Moves the capture and the logs of an earlier run aside, under the time when that run started, the same name
/// for all: nothing is ever overwritten. `labs/wire/capture.sh` does the same in the container.
final class EarlierFiles {
    // No colons, which some file systems refuse.
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss'Z'").withZone(ZoneOffset.UTC);
    private static final Pattern FIRST_TIME = Pattern.compile("^\\{\"time\":\"([^\"]+)\"");

    private EarlierFiles() {}

    static void moveAside(Path capture, Path operatorLog, Path malloryLog) throws IOException {
        List<Path> files = List.of(capture, operatorLog, malloryLog);
        List<Path> there = files.stream().filter(Files::exists).toList();
        if (there.isEmpty()) {
            return;
        }
        String stamp = STAMP.format(started(operatorLog, there.getFirst()));
        String name = stamp;
        for (int number = 2; taken(files, name); number++) {
            name = stamp + "-" + number;
        }
        for (Path file : there) {
            Files.move(file, named(file, name));
        }
    }

    private static boolean taken(List<Path> files, String name) {
        return files.stream().anyMatch(file -> Files.exists(named(file, name)));
    }

    // dump.pcapng becomes dump-2026-11-22T16-03-50Z.pcapng
    private static Path named(Path file, String name) {
        String plain = file.getFileName().toString();
        int dot = plain.lastIndexOf('.');
        return file.resolveSibling(plain.substring(0, dot) + "-" + name + plain.substring(dot));
    }

    // The log's first record says when its run started; without it, when the files were last written.
    private static Instant started(Path operatorLog, Path otherwise) throws IOException {
        Optional<Instant> said = firstRecord(operatorLog);
        return said.isPresent()
                ? said.get()
                : Files.getLastModifiedTime(otherwise).toInstant();
    }

    private static Optional<Instant> firstRecord(Path operatorLog) {
        try (BufferedReader reader = Files.newBufferedReader(operatorLog)) {
            Matcher matcher =
                    FIRST_TIME.matcher(Optional.ofNullable(reader.readLine()).orElse(""));
            return matcher.find() ? Optional.of(Instant.parse(matcher.group(1))) : Optional.empty();
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }
}
