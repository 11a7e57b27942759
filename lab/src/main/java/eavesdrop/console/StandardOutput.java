package eavesdrop.console;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Standard output of this process, which remembers that it could not be written: `System.out` tells nobody,
/// and a table that a full disk has cut must not look like a whole one.
public final class StandardOutput extends OutputStream {
    private final OutputStream out;
    private final BooleanSupplier keeps;
    private String failure = "";

    public StandardOutput() {
        this(new FileOutputStream(FileDescriptor.out));
    }

    private StandardOutput(FileOutputStream out) {
        this(out, () -> hasPlace(out));
    }

    /// @param keeps whether what is written stays there, as in a file, and nobody has to take it away
    StandardOutput(OutputStream out, BooleanSupplier keeps) {
        this.out = out;
        this.keeps = keeps;
    }

    /// A file has a place where it is written next; a pipe and a terminal have none.
    private static boolean hasPlace(FileOutputStream out) {
        try {
            return out.getChannel().position() >= 0;
        } catch (IOException none) {
            return false;
        }
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

    /// Why something is lost that somebody wants. That a reader has gone, as `head` does, is no failure: most systems
    /// call that a pipe in their message, but not in every language.
    public Optional<String> failure() {
        boolean readerHasGone =
                failure.toLowerCase(Locale.ROOT).contains("pipe") || (!failure.isEmpty() && !keeps.getAsBoolean());
        return failure.isEmpty() || readerHasGone ? Optional.empty() : Optional.of(failure);
    }
}
