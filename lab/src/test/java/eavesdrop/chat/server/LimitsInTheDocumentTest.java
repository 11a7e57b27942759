package eavesdrop.chat.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/// The specification that students read gives the server's own limits.
class LimitsInTheDocumentTest {
    @Test
    void areThoseOfTheCode() throws IOException {
        ServerLimits limits = ServerLimits.DEFAULT;
        assertThat(Files.readString(Path.of("../worksheets/protocol.md")))
                .contains(
                        "no HELLO within " + limits.hello().toSeconds() + " seconds",
                        limits.badLines() + " bad lines in a row",
                        "a queue of " + limits.queueBytes() / 1024 + " KiB",
                        String.format(Locale.ROOT, "(or %,d lines)", limits.queueLines()),
                        "every " + limits.patience().toSeconds() + " seconds");
    }
}
