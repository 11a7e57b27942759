package eavesdrop.chat.terminal;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.terminal.ansi.UnixTerminal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// The terminal of this process: Lanterna puts it into raw mode, reads its keys and restores it at the end.
///
/// Two things differ from Lanterna's own terminal, both because of `docker attach`:
///
/// - The size is asked of the kernel, not of the terminal. While nobody is attached a terminal does not answer.
/// - Frames of the `Painter` are written as they are. Lanterna keeps an own picture of the screen, which is wrong as
///   soon as somebody attaches with another terminal.
final class UnixScreen extends UnixTerminal {
    private static final TerminalSize NOBODY_ATTACHED = new TerminalSize(80, 24);

    /// Without these a key press would print a thread dump (Ctrl-\), stop the client (Ctrl-Z), or freeze it (Ctrl-S).
    private static final String[] NO_SPECIAL_KEYS = {"quit", "undef", "susp", "undef", "-ixon", "-iexten"};

    UnixScreen(InputStream in, OutputStream out) throws IOException {
        super(in, out, StandardCharsets.UTF_8, CtrlCBehaviour.TRAP);
        // The rest of an arrow key's sequence may come a moment after its ESC.
        getInputDecoder().setTimeoutUnits(1);
        runSTTYCommand(NO_SPECIAL_KEYS);
    }

    /// Calls `changed` on each change of the size, and on each attaching: then the container's engine sends the signal
    /// too, even if the size is the same as before.
    void onResize(Runnable changed) throws IOException {
        super.registerTerminalResizeListener(changed);
    }

    /// Lanterna calls this from its constructor; `onResize` does it when there is somebody to tell.
    @Override
    protected void registerTerminalResizeListener(Runnable changed) {}

    /// Columns and rows; 80 and 24 while nobody is attached.
    @Override
    protected TerminalSize findTerminalSize() throws IOException {
        String[] rowsAndColumns = runSTTYCommand("size").split(" ");
        if (rowsAndColumns.length != 2) {
            return NOBODY_ATTACHED;
        }
        int rows = Integer.parseInt(rowsAndColumns[0]);
        int columns = Integer.parseInt(rowsAndColumns[1]);
        return rows == 0 || columns == 0 ? NOBODY_ATTACHED : new TerminalSize(columns, rows);
    }

    /// Writes a frame in one go.
    void show(String frame) throws IOException {
        writeToTerminal(frame.getBytes(StandardCharsets.UTF_8));
        flush();
    }

    /// Restores the terminal. May be called while the process is being ended.
    @Override
    public void close() throws IOException {
        try {
            super.close();
        } catch (IllegalStateException processIsEnding) {
            // Lanterna restores the terminal itself then.
        }
    }
}
