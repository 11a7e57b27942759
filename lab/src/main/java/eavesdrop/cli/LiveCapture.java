package eavesdrop.cli;

import eavesdrop.LabException;
import eavesdrop.pcap.CaptureReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// A capture that grows while it is read. A network or a pipe tells when it has ended; a file does not, so it
/// is looked at again and again, until it is moved away, deleted or emptied.
final class LiveCapture implements AutoCloseable {
    /// Short against the 200 ms in which a line must be on the screen.
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);
    /// The longest beginning that a capture needs to be known as one.
    private static final long BEGINNING = 28;

    private final CaptureReader reader;
    private final Supplier<Optional<String>> end;

    /// @param end why nothing more can come, in a sentence; empty as long as it can
    private LiveCapture(CaptureReader reader, Supplier<Optional<String>> end) {
        this.reader = reader;
        this.end = end;
    }

    /// Opens the source; waits for the beginning of a file that is still empty.
    static LiveCapture open(CaptureSource source) throws InterruptedException {
        return switch (source) {
            case CaptureSource.File(Path path) when isNoPipe(path) -> openFile(path);
            case CaptureSource.File _, CaptureSource.Input _, CaptureSource.Network _ -> {
                Optional<String> ended = Optional.of("No more comes from " + source.name() + ".");
                yield new LiveCapture(source.open(), () -> ended);
            }
        };
    }

    private static boolean isNoPipe(Path path) {
        return Files.isRegularFile(path) || Files.isDirectory(path) || !Files.exists(path);
    }

    private static LiveCapture openFile(Path file) throws InterruptedException {
        while (Files.isRegularFile(file) && size(file) < BEGINNING) {
            Thread.sleep(LOOK_AGAIN);
        }
        return new LiveCapture(CaptureReader.follow(file), new Growing(file));
    }

    /// Why a file does not grow any more.
    private static final class Growing implements Supplier<Optional<String>> {
        private final Path file;
        private final Object identity;
        private long longest;

        Growing(Path file) {
            this.file = file;
            this.identity = identity(file);
        }

        @Override
        public Optional<String> get() {
            if (!identity(file).equals(identity)) {
                return Optional.of(file + " has been moved away or deleted.");
            }
            long before = longest;
            longest = file.toFile().length();
            return longest < before
                    ? Optional.of(file + " became shorter: what is written into it now is not read. Start again.")
                    : Optional.empty();
        }
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

    /// Takes packet after packet until there can be no further one. Returns why there can be none.
    String run(BooleanSupplier next) throws InterruptedException {
        while (true) {
            // Asked before the packets are taken: what came before the file was moved away is still read.
            Optional<String> ended = end.get();
            while (next.getAsBoolean()) {
                // Each packet goes its way in next().
            }
            if (ended.isPresent()) {
                return ended.get();
            }
            Thread.sleep(LOOK_AGAIN);
        }
    }

    @Override
    public void close() {
        reader.close();
    }
}
