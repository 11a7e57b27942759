package eavesdrop.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderDatesTest {
    private static boolean alike(String... times) {
        List<Handed> all = Arrays.stream(times)
                .map(time -> new Handed("a.zip", Path.of("a.zip"), Instant.parse(time)))
                .toList();
        return new FolderDates(all).areAlike();
    }

    @Test
    void knowsTheDateOfUnpacking() {
        assertThat(alike("2026-12-03T08:00:00Z", "2026-12-03T08:00:01Z", "2026-12-03T08:01:00Z"))
                .isTrue();
    }

    /// The last of a class hand in just before the deadline, but not all of them.
    @Test
    void takesTheDatesOfAClassForTrue() {
        assertThat(alike("2026-12-01T08:00:00Z", "2026-12-03T08:00:01Z", "2026-12-03T08:00:02Z"))
                .isFalse();
        assertThat(alike("2026-12-03T08:00:00Z", "2026-12-03T08:00:01Z", "2026-12-03T08:01:01Z"))
                .isFalse();
        assertThat(alike("2026-12-03T08:00:00Z", "2026-12-03T08:00:01Z")).isFalse();
        assertThat(alike()).isFalse();
    }

    @Test
    void leavesOutWhatHasNoDate() {
        assertThat(alike(
                        "1980-01-01T00:00:00Z", "2026-12-03T08:00:00Z", "2026-12-03T08:00:00Z", "2026-12-03T08:00:00Z"))
                .isTrue();
        assertThat(alike("1980-01-01T00:00:00Z", "1980-01-01T00:00:00Z", "1980-01-01T00:00:00Z"))
                .isFalse();
    }

    /// As the archiver of some systems does it.
    @Test
    void callsNobodyLateByTheDateOfUnpacking(@TempDir Path folder) throws IOException {
        FabricatedClass school = new FabricatedClass(folder, 3, List.of(), 0);
        FileTime unpacked = FileTime.from(Breakage.DEADLINE.plus(Duration.ofDays(1)));
        try (Stream<Path> zips = Files.list(school.submissions)) {
            for (Path zip : zips.toList()) {
                Files.setLastModifiedTime(zip, unpacked);
            }
        }

        assertThat(school.grade().gradebook().results()).allSatisfy(result -> {
            assertThat(result.marks()).containsExactly("undated");
            assertThat(result.remarks().getFirst().says())
                    .contains("all 3 submissions are of the same minute")
                    .contains("learning platform");
        });
    }
}
