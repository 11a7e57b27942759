package eavesdrop.classroom;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The turn of one process, and of one thread in it, to read a file, change it and write it. Everybody else who asks
/// for it waits, so that no change is lost.
///
/// What is locked is an empty file beside it, which stays: the file itself is replaced by each change, and a lock on
/// what was replaced holds up nobody. Where the file system has no locks, threads take turns and processes do not.
final class FileTurn implements AutoCloseable {
    /// The system's locks belong to processes, not to threads.
    private static final ReentrantLock THREADS = new ReentrantLock();

    private final @Nullable FileChannel channel;

    private FileTurn(@Nullable FileChannel channel) {
        this.channel = channel;
    }

    /// Waits until it is this thread's turn.
    static FileTurn at(Path file) {
        THREADS.lock();
        return new FileTurn(locked(file.resolveSibling(file.getFileName() + ".lock")));
    }

    private static @Nullable FileChannel locked(Path lock) {
        FileChannel channel = null;
        try {
            channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            channel.lock();
            return channel;
        } catch (IOException noLocksHere) {
            close(channel);
            return null;
        }
    }

    private static void close(@Nullable FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException _) {
            // Its lock ends with it either way.
        }
    }

    @Override
    public void close() {
        close(channel);
        THREADS.unlock();
    }
}
