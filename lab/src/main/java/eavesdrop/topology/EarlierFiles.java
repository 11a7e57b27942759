package eavesdrop.topology;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Moves the capture and the log of an earlier run aside, under the time when that run started, the same name
/// for both: nothing is ever overwritten. `labs/server/capture.sh` does the same in the container.
final class EarlierFiles {
    // No colons, which some file systems refuse.
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss'Z'").withZone(ZoneOffset.UTC);
    private static final Pattern FIRST_TIME = Pattern.compile("^\\{\"time\":\"([^\"]+)\"");

    private EarlierFiles() {}

    static void moveAside(Path capture, Path operatorLog) throws IOException {
        if (!Files.exists(capture) && !Files.exists(operatorLog)) {
            return;
        }
        String stamp = STAMP.format(started(capture, operatorLog));
        String name = stamp;
        for (int number = 2; taken(capture, name) || taken(operatorLog, name); number++) {
            name = stamp + "-" + number;
        }
        for (Path file : new Path[] {capture, operatorLog}) {
            if (Files.exists(file)) {
                Files.move(file, named(file, name));
            }
        }
    }

    private static boolean taken(Path file, String name) {
        return Files.exists(named(file, name));
    }

    // dump.pcapng becomes dump-2026-11-22T16-03-50Z.pcapng
    private static Path named(Path file, String name) {
        String plain = file.getFileName().toString();
        int dot = plain.lastIndexOf('.');
        return file.resolveSibling(plain.substring(0, dot) + "-" + name + plain.substring(dot));
    }

    // The log's first record says when its run started; without it, when the files were last written.
    private static Instant started(Path capture, Path operatorLog) throws IOException {
        Optional<Instant> said = firstRecord(operatorLog);
        if (said.isPresent()) {
            return said.get();
        }
        Path file = Stream.of(capture, operatorLog)
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
        return Files.getLastModifiedTime(file).toInstant();
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
