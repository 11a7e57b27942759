package eavesdrop.console;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;

/// Standard output of this process, which remembers that it could not be written: `System.out` tells nobody,
/// and a table that a full disk has cut must not look like a whole one.
public final class StandardOutput extends OutputStream {
    private final OutputStream out;
    private String failure = "";

    public StandardOutput() {
        this(new FileOutputStream(FileDescriptor.out));
    }

    StandardOutput(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        try {
            out.write(bytes, from, count);
        } catch (IOException full) {
            failure = failure.isEmpty() ? String.valueOf(full.getMessage()) : failure;
            throw full;
        }
    }

    /// Why something is lost that somebody wants. That a reader has gone, as `head` does, is no failure.
    public Optional<String> failure() {
        boolean readerHasGone = failure.toLowerCase(Locale.ROOT).contains("pipe");
        return failure.isEmpty() || readerHasGone ? Optional.empty() : Optional.of(failure);
    }
}
