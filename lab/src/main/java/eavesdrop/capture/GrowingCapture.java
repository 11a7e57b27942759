package eavesdrop.capture;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A capture file that somebody else is writing: hands out what is new in it, whole packets only.
///
/// Used by one thread.
final class GrowingCapture implements AutoCloseable {
    private static final int FIRST_ROOM = 64 * 1024;

    private final Path file;
    private final WholePackets packets = new WholePackets();
    private @Nullable FileChannel channel;
    private byte[] room = new byte[FIRST_ROOM];
    private long position;

    /// @param file need not be there yet
    GrowingCapture(Path file) {
        this.file = file;
    }

    /// Copies all whole packets that are there by now and were not copied before; nothing while the file is not
    /// there.
    ///
    /// @throws IOException if the file cannot be read, is no capture, or got shorter (another took its place)
    void copyTo(OutputStream out) throws IOException {
        FileChannel source = open();
        if (source == null) {
            return;
        }
        if (source.size() < position) {
            throw new IOException("the capture got shorter");
        }
        for (int count = copySome(source, out); count > 0; count = copySome(source, out)) {
            position += count;
        }
    }

    private @Nullable FileChannel open() throws IOException {
        FileChannel source = channel;
        if (source == null && Files.exists(file)) {
            source = FileChannel.open(file);
            channel = source;
        }
        return source;
    }

    /// Copies the whole packets of the next bytes; returns how many bytes they have, 0 when no packet is whole.
    private int copySome(FileChannel source, OutputStream out) throws IOException {
        while (true) {
            ByteBuffer bytes = ByteBuffer.wrap(room);
            int count = source.read(bytes, position);
            int whole = packets.length(bytes.flip());
            if (whole > 0) {
                out.write(room, 0, whole);
                return whole;
            }
            if (count < room.length) {
                return 0;
            }
            // A packet longer than the room: WholePackets refuses those that never end.
            room = Arrays.copyOf(room, 2 * room.length);
        }
    }

    @Override
    public void close() throws IOException {
        FileChannel source = channel;
        if (source != null) {
            source.close();
        }
    }
}
