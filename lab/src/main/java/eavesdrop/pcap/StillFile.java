package eavesdrop.pcap;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The bytes that a file has when it is opened. What is written to it later is not seen.
///
/// Read piece by piece, not mapped into memory: to have 500 MB of the kernel's pages mapped costs five times as long as
/// to have them copied.
final class StillFile implements ReadableByteChannel {
    private final Path path;
    private final FileChannel file;
    private long left;
    /// Where bytes are read again.
    private byte[] room = {};

    private StillFile(Path path, FileChannel file, long size) {
        this.path = path;
        this.file = file;
        this.left = size;
    }

    static StillFile open(Path path) throws IOException {
        FileChannel file = FileChannel.open(path, StandardOpenOption.READ);
        try {
            return new StillFile(path, file, file.size());
        } catch (IOException failure) {
            file.close();
            throw failure;
        }
    }

    /// @throws IOException also when the file has become shorter meanwhile
    @Override
    public int read(ByteBuffer into) throws IOException {
        if (left == 0) {
            return -1;
        }
        if (into.remaining() > left) {
            into.limit(into.position() + (int) left);
        }
        int count = file.read(into);
        if (count < 0) {
            throw new IOException("the file became shorter");
        }
        left -= count;
        return count;
    }

    /// The bytes from this position of the file on.
    Held hold(long position) {
        return new Held() {
            @Override
            public ByteBuffer part(int from, int to) {
                return readAgain(position + from, to - from);
            }

            @Override
            public void giveBack() {
                // Nothing was kept.
            }
        };
    }

    private ByteBuffer readAgain(long position, int length) {
        room = room.length < length ? new byte[length] : room;
        ByteBuffer into = ByteBuffer.wrap(room, 0, length);
        try {
            while (into.hasRemaining()) {
                if (file.read(into, position + into.position()) < 0) {
                    throw new EOFException("the file became shorter");
                }
            }
        } catch (IOException failure) {
            throw CaptureFiles.unreadable(path.toString(), failure);
        }
        return into.flip();
    }

    @Override
    public boolean isOpen() {
        return file.isOpen();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
