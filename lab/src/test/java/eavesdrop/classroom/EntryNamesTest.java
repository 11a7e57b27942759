package eavesdrop.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EntryNamesTest {
    private final EntryNames names = new EntryNames();

    @Test
    void takesAFileOnce() {
        assertThat(names.add("evidence", Path.of("data/dump.pcapng"))).isEqualTo("evidence/dump.pcapng");
        assertThat(names.add("evidence", Path.of("data/../data/dump.pcapng"))).isEqualTo("evidence/dump.pcapng");
        assertThat(names.files()).hasSize(1);
    }

    /// Else the answers of one worksheet would be checked against the capture of another.
    @Test
    void keepsFilesOfOneNameApart() {
        names.add("evidence", Path.of("data/dump.pcapng"));
        assertThat(names.add("evidence", Path.of("mine/dump.pcapng"))).isEqualTo("evidence/2-dump.pcapng");
        assertThat(names.add("evidence", Path.of("hers/dump.pcapng.gz"))).isEqualTo("evidence/3-dump.pcapng");
        assertThat(names.files()).hasSize(3);
    }
}
