package eavesdrop.cli;

import eavesdrop.chat.protocol.Printable;
import eavesdrop.evidence.FollowedStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Prints a stream for reading: line by line, each marked with the side that sent it. A line that the other
/// side interrupts goes on in a further row.
final class FollowPrinter implements FollowedStream.Listener {
    /// Characters that are shown together, and what a row takes beside its text.
    private static final int MOST_WAITING = 1 << 20;

    private static final int ROW = 50;

    private final Console console;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final List<String> rows = new ArrayList<>();
    private boolean lineOfClient;
    private int waiting;

    FollowPrinter(Console console) {
        this.console = console;
    }

    @Override
    public void bytes(boolean fromClient, int frame, byte[] bytes) {
        if (fromClient != lineOfClient) {
            endLine();
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
        endLine();
        show();
    }

    private void endLine() {
        if (line.size() > 0) {
            print();
        }
    }

    private void print() {
        String text = Printable.of(line.toString(StandardCharsets.UTF_8));
        rows.add(lineOfClient ? console.red("→ " + text) : console.blue("← " + text));
        waiting += text.length() + ROW;
        line.reset();
        if (waiting > MOST_WAITING) {
            show();
        }
    }

    private void show() {
        console.print(rows.stream());
        rows.clear();
        waiting = 0;
    }
}
