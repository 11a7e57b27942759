package eavesdrop.chat.client;

import eavesdrop.chat.protocol.Limits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Cuts the bytes from the server into lines.
final class ServerLines {
    private final InputStream bytes;

    ServerLines(InputStream bytes) {
        this.bytes = bytes;
    }

    /// The next line without its LF, or null at the end. What does not fit into a line of the protocol is cut off.
    @Nullable
    String next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int one = bytes.read();
        while (one >= 0 && one != '\n') {
            if (line.size() < Limits.LINE_BYTES) {
                line.write(one);
            }
            one = bytes.read();
        }
        return one < 0 ? null : line.toString(StandardCharsets.UTF_8).replaceFirst("\r$", "");
    }
}
