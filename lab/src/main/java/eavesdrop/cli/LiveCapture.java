package eavesdrop.cli;

import eavesdrop.LabException;
import eavesdrop.pcap.CaptureReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/// A capture that grows while it is read. A network or a pipe tells when it has ended; a file does not, so it
/// is looked at again and again, until it is moved away or deleted.
final class LiveCapture implements AutoCloseable {
    /// Short against the 200 ms in which a line must be on the screen.
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);
    /// The longest beginning that a capture needs to be known as one.
    private static final long BEGINNING = 28;

    private final CaptureReader reader;
    private final BooleanSupplier mayGrow;

    private LiveCapture(CaptureReader reader, BooleanSupplier mayGrow) {
        this.reader = reader;
        this.mayGrow = mayGrow;
    }

    /// Opens the source; waits for the beginning of a file that is still empty.
    static LiveCapture open(CaptureSource source) throws InterruptedException {
        return switch (source) {
            case CaptureSource.File(Path path) -> openFile(path);
            case CaptureSource.Input _, CaptureSource.Network _ -> new LiveCapture(source.open(), () -> false);
        };
    }

    private static LiveCapture openFile(Path file) throws InterruptedException {
        while (Files.isRegularFile(file) && size(file) < BEGINNING) {
            Thread.sleep(LOOK_AGAIN);
        }
        Object identity = identity(file);
        return new LiveCapture(CaptureReader.follow(file), () -> identity(file).equals(identity));
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException gone) {
            throw LabException.file(file + " has gone.", "Name a capture that is there.");
        }
    }

    /// What tells a file from another one of the same name; a text where it has gone.
    private static Object identity(Path file) {
        try {
            Object key = Files.readAttributes(file, java.nio.file.attribute.BasicFileAttributes.class)
                    .fileKey();
            return key == null ? file : key;
        } catch (IOException gone) {
            return "gone";
        }
    }

    CaptureReader reader() {
        return reader;
    }

    /// Takes packet after packet until there can be no further one.
    void run(BooleanSupplier next) throws InterruptedException {
        boolean last = false;
        while (!last) {
            // Asked before the packets are taken: what came before the file was moved away is still read.
            last = !mayGrow.getAsBoolean();
            while (next.getAsBoolean()) {
                // Each packet goes its way in next().
            }
            if (!last) {
                Thread.sleep(LOOK_AGAIN);
            }
        }
    }

    @Override
    public void close() {
        reader.close();
    }
}
