package eavesdrop.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eavesdrop.LabException;
import eavesdrop.pcap.CaptureWriter;
import eavesdrop.pcap.LinkType;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who follows a capture learns why nothing more comes.
class LiveCaptureTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    /// What happens to the file while it is followed.
    private interface Deed {
        void on(Path file) throws IOException;
    }

    private String followed(Deed deed) throws IOException, InterruptedException {
        Path file = folder.resolve("dump.pcap");
        CaptureWriter.open(file, LinkType.ETHERNET, "made by a test").close();
        try (LiveCapture live = LiveCapture.open(new CaptureSource.File(file))) {
            return live.run(() -> {
                boolean more = live.reader().next();
                if (!more) {
                    happens(deed, file);
                }
                return more;
            });
        }
    }

    private static void happens(Deed deed, Path file) {
        try {
            deed.on(file);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void saysThatTheFileHasGone() throws Exception {
        assertThat(followed(Files::deleteIfExists)).endsWith("dump.pcap has been moved away or deleted.");
    }

    @Test
    void saysThatTheFileBecameShorter() throws Exception {
        assertThat(followed(file -> {
                    try (FileChannel all = FileChannel.open(file, StandardOpenOption.WRITE)) {
                        all.truncate(0);
                    }
                }))
                .contains("dump.pcap became shorter");
    }

    @Test
    void anEmptyNameIsNoFile() {
        assertThatThrownBy(() -> CaptureSource.of(""))
                .isInstanceOfSatisfying(
                        LabException.class, usage -> assertThat(usage.kind()).isEqualTo(LabException.Kind.USAGE));
    }
}
