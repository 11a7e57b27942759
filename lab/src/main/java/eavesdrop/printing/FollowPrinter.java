package eavesdrop.printing;

import eavesdrop.chat.protocol.Printable;
import eavesdrop.console.Console;
import eavesdrop.evidence.FollowedStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Prints a stream for reading: line by line, each marked with the side that sent it. A line that the other
/// side interrupts goes on in a further row.
public final class FollowPrinter implements FollowedStream.Listener {
    /// Characters that are shown together, and what a row takes beside its text.
    private static final int MOST_WAITING = 1 << 20;

    private static final int ROW = 50;
    /// Bytes of one row. A line that is longer goes on in the next one.
    private static final int LONGEST_ROW = 1 << 16;

    private final Console console;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final List<String> rows = new ArrayList<>();
    private boolean lineOfClient;
    private int waiting;

    public FollowPrinter(Console console) {
        this.console = console;
    }

    @Override
    public void bytes(boolean fromClient, int frame, byte[] bytes) {
        if (fromClient != lineOfClient) {
            endLine();
            lineOfClient = fromClient;
        }
        int from = 0;
        while (from < bytes.length) {
            int end = endOfRow(bytes, from);
            boolean lineFeed = end < bytes.length && bytes[end] == '\n';
            line.write(bytes, from, end - from);
            if (lineFeed || line.size() >= LONGEST_ROW) {
                print();
            }
            from = lineFeed ? end + 1 : end;
        }
    }

    /// The place of the next LF, or where a row that is too long must end: not within a letter of UTF-8, of which
    /// up to three further bytes begin with the bits 10.
    private int endOfRow(byte[] bytes, int from) {
        int end = Math.min(bytes.length, from + LONGEST_ROW - line.size());
        for (int at = from; at < end; at++) {
            if (bytes[at] == '\n') {
                return at;
            }
        }
        int letterEnd = Math.min(bytes.length, end + 3);
        while (end < letterEnd && (bytes[end] & 0xC0) == 0x80) {
            end++;
        }
        return end;
    }

    @Override
    public void gap(boolean fromClient, long length) {
        finish();
        console.print(console.yellow((fromClient ? "→ " : "← ") + "[" + length + " bytes missing in the capture]"));
    }

    /// Prints a line that has no LF.
    public void finish() {
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
