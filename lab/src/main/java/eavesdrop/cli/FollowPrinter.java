package eavesdrop.cli;

import eavesdrop.chat.protocol.Printable;
import eavesdrop.evidence.FollowedStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Prints a stream for reading: line by line, each marked with the side that sent it. A line that the other
/// side interrupts goes on in a further row.
final class FollowPrinter implements FollowedStream.Listener {
    private final Console console;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private boolean lineOfClient;

    FollowPrinter(Console console) {
        this.console = console;
    }

    @Override
    public void bytes(boolean fromClient, int frame, byte[] bytes) {
        if (fromClient != lineOfClient) {
            finish();
            lineOfClient = fromClient;
        }
        for (byte next : bytes) {
            if (next == '\n') {
                print();
            } else {
                line.write(next);
            }
        }
    }

    @Override
    public void gap(boolean fromClient, long length) {
        finish();
        console.print(console.yellow((fromClient ? "→ " : "← ") + "[" + length + " bytes missing in the capture]"));
    }

    /// Prints a line that has no LF.
    void finish() {
        if (line.size() > 0) {
            print();
        }
    }

    private void print() {
        String text = Printable.of(line.toString(StandardCharsets.UTF_8));
        console.print(lineOfClient ? console.red("→ " + text) : console.blue("← " + text));
        line.reset();
    }
}
