package eavesdrop.pcap;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eavesdrop.LabException;
import eavesdrop.testing.Planted;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Who gives a file that is no capture reads what it seems to be.
class FileGuessTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "504b0304, a ZIP archive",
        "28b52ffd, compressed (zstd)",
        "04224d18, compressed (lz4)",
        "fd377a585a00, compressed (xz)",
        "425a6839, compressed (bzip2)",
        "736e6f6f7000, open it in Wireshark and save it as pcap",
        "d4c3b2a1, ends within its first 24 bytes",
        "0a0d0d0a, a pcapng file",
        "3c21444f43545950452068746d6c3e, a web page",
        "48656c6c6f, a text file",
        "0001020304, those of no capture format"
    })
    void namesWhatItIs(String bytes, String named) throws IOException {
        Path file = Files.write(folder.resolve("capture.pcap"), HexFormat.of().parseHex(bytes));

        assertThatThrownBy(() -> CaptureReader.open(file))
                .isInstanceOf(LabException.class)
                .hasMessageContaining("is not a capture: ")
                .hasMessageContaining(named);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1f8b", "1f8b0800"})
    void saysThatACompressedFileEndsTooEarly(String bytes) throws IOException {
        Path file =
                Files.write(folder.resolve("capture.pcap.gz"), HexFormat.of().parseHex(bytes));

        assertThatThrownBy(() -> CaptureReader.open(file)).hasMessageContaining("cannot be read: it ends too early.");
    }

    /// As long as it grows, it is not unpacked.
    @Test
    void saysOfAFollowedFileThatItIsCompressed() throws IOException {
        Path file = Files.write(folder.resolve("capture.pcap.gz"), Planted.gzip(new byte[100]));

        assertThatThrownBy(() -> CaptureReader.follow(file))
                .hasMessageContaining("it is compressed (gzip); unpack it first");
    }

    @Test
    void takesUmlautsForText() throws IOException {
        Path file = Files.writeString(folder.resolve("notes.pcap"), "Grüße\n", StandardCharsets.UTF_8);

        assertThatThrownBy(() -> CaptureReader.open(file)).hasMessageContaining("a text file");
    }
}
