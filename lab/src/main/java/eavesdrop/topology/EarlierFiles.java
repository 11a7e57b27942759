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

/// Moves the captures and the logs of an earlier run aside, under the time when that run started, the same name
/// for all: nothing is ever overwritten. `labs/wire/capture.sh` does the same in the container.
public final class EarlierFiles {
    // No colons, which some file systems refuse.
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss'Z'").withZone(ZoneOffset.UTC);
    private static final Pattern FIRST_TIME = Pattern.compile("^\\{\"time\":\"([^\"]+)\"");
    private static final String LOG = "operator.jsonl";
    // dump.pcap: a run in containers.
    private static final List<String> OF_A_RUN = List.of("dump.pcapng", "dump.pcap", LOG, "mallory.jsonl");

    private EarlierFiles() {}

    /// @param data the folder where the captures and logs of all runs lie, those of both topologies
    static void moveAside(Path data) throws IOException {
        List<Path> there =
                OF_A_RUN.stream().map(data::resolve).filter(Files::exists).toList();
        if (!there.isEmpty()) {
            move(there, started(data.resolve(LOG), there.getFirst()));
        }
    }

    /// Moves one file aside, under the time of its last change.
    ///
    /// @return its new name
    public static Path moveOneAside(Path file) throws IOException {
        String name = move(List.of(file), Files.getLastModifiedTime(file).toInstant());
        return named(file, name);
    }

    private static String move(List<Path> files, Instant when) throws IOException {
        String stamp = STAMP.format(when);
        String name = stamp;
        for (int number = 2; taken(files, name); number++) {
            name = stamp + "-" + number;
        }
        for (Path file : files) {
            Files.move(file, named(file, name));
        }
        return name;
    }

    private static boolean taken(List<Path> files, String name) {
        return files.stream().anyMatch(file -> Files.exists(named(file, name)));
    }

    // dump.pcapng becomes dump-2026-11-22T16-03-50Z.pcapng
    private static Path named(Path file, String name) {
        String plain = file.getFileName().toString();
        int dot = plain.lastIndexOf('.') > 0 ? plain.lastIndexOf('.') : plain.length();
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
