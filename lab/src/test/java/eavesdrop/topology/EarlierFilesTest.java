package eavesdrop.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EarlierFilesTest {
    private static final String STARTED =
            "{\"time\":\"2026-11-22T16:03:50.123456Z\",\"seq\":1,\"event\":\"started\"}\n";

    @TempDir
    Path data;

    @Test
    void givesCaptureAndLogOfOneRunTheSameTime() throws IOException {
        write("dump.pcapng", "packets");
        write("operator.jsonl", STARTED);

        moveAside();

        assertThat(names()).containsExactly("dump-2026-11-22T16-03-50Z.pcapng", "operator-2026-11-22T16-03-50Z.jsonl");
    }

    @Test
    void overwritesNothingWhenTheNameIsTaken() throws IOException {
        write("operator-2026-11-22T16-03-50Z.jsonl", "an earlier one");
        write("dump.pcapng", "packets");
        write("operator.jsonl", STARTED);

        moveAside();

        assertThat(names())
                .containsExactly(
                        "dump-2026-11-22T16-03-50Z-2.pcapng",
                        "operator-2026-11-22T16-03-50Z-2.jsonl",
                        "operator-2026-11-22T16-03-50Z.jsonl");
        assertThat(data.resolve("operator-2026-11-22T16-03-50Z.jsonl")).hasContent("an earlier one");
    }

    @Test
    void takesTheTimeOfTheLastChangeWhenThereIsNoRecord() throws IOException {
        write("dump.pcapng", "packets");
        Files.setLastModifiedTime(data.resolve("dump.pcapng"), FileTime.from(Instant.parse("2026-01-02T03:04:05Z")));
        write("operator.jsonl", "damaged");

        moveAside();

        assertThat(names()).contains("dump-2026-01-02T03-04-05Z.pcapng");
    }

    @Test
    void namesTheCaptureOfARunInContainersAfterItsOwnLog() throws IOException {
        write("dump.pcap", "packets");
        write("operator.jsonl", STARTED);

        moveAside();

        assertThat(names()).containsExactly("dump-2026-11-22T16-03-50Z.pcap", "operator-2026-11-22T16-03-50Z.jsonl");
    }

    @Test
    void movesOneFileUnderTheTimeOfItsLastChange() throws IOException {
        write("capture", "packets");
        Files.setLastModifiedTime(data.resolve("capture"), FileTime.from(Instant.parse("2026-01-02T03:04:05Z")));

        assertThat(EarlierFiles.moveOneAside(data.resolve("capture")))
                .hasFileName("capture-2026-01-02T03-04-05Z")
                .hasContent("packets");
        assertThat(data.resolve("capture")).doesNotExist();
    }

    @Test
    void doesNothingInAnEmptyFolder() throws IOException {
        moveAside();

        assertThat(names()).isEmpty();
    }

    private void moveAside() throws IOException {
        EarlierFiles.moveAside(data);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(data.resolve(name), text);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(data)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
