package eavesdrop.chat.server;

import eavesdrop.LabException;
import eavesdrop.chat.log.WholeLine;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/// The file that keeps what the operator sees: JSON lines, added at its end.
///
/// Each entry is one write to the file, so that a server that is killed loses nothing it had written. Not safe for
/// several threads: whoever calls it holds the lock of the `Room`.
final class OperatorLogWriter implements AutoCloseable {
    private final Path file;
    private final FileOutputStream out;
    private final Consumer<String> trouble;
    private final OperatorJson json = new OperatorJson();
    private boolean broken;

    /// @param trouble is told once, in a sentence, when the file cannot be written, and once when it can again
    OperatorLogWriter(Path file, Consumer<String> trouble) {
        this.file = file;
        this.trouble = trouble;
        try {
            this.out = new FileOutputStream(file.toFile(), true);
        } catch (IOException failure) {
            throw LabException.file(
                    "The operator log " + file + " cannot be written: " + failure.getMessage() + ".",
                    "Give a folder that exists and that you may write to.");
        }
    }

    void write(OperatorEntry entry) {
        byte[] line = json.line(entry);
        try {
            WholeLine.append(out, line);
            if (broken) {
                broken = false;
                trouble.accept("The operator log " + file + " is written again, from seq " + entry.sequence() + " on.");
            }
        } catch (IOException failure) {
            if (!broken) {
                broken = true;
                trouble.accept("The operator log " + file + " cannot be written (" + failure.getMessage()
                        + "). The chat goes on, but from seq " + entry.sequence() + " on the log lacks it.");
            }
        }
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException _) {
            // Nothing is buffered here, so nothing is lost.
        }
    }
}
