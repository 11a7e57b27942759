package eavesdrop.pcap;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The bytes of a file that lies still, mapped into memory: each is copied once, from the kernel's pages to where it is
/// read.
final class MappedBytes implements ReadableByteChannel {
    private final Arena arena;
    private final MemorySegment all;
    private long at;

    private MappedBytes(Arena arena, MemorySegment all) {
        this.arena = arena;
        this.all = all;
    }

    /// What is written to the file later is not seen.
    // The arena is closed with the channel.
    @SuppressWarnings("MustBeClosedChecker")
    static MappedBytes of(Path file) throws IOException {
        Arena arena = Arena.ofShared();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return new MappedBytes(arena, channel.map(MapMode.READ_ONLY, 0, channel.size(), arena));
        } catch (IOException failure) {
            arena.close();
            throw failure;
        }
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        int count = (int) Math.min(into.remaining(), all.byteSize() - at);
        if (count == 0) {
            return -1;
        }
        try {
            MemorySegment.ofBuffer(into).copyFrom(all.asSlice(at, count));
        } catch (InternalError pageIsGone) {
            throw new IOException("the file became shorter, or its disk does not answer", pageIsGone);
        }
        at += count;
        into.position(into.position() + count);
        return count;
    }

    @Override
    public boolean isOpen() {
        return arena.scope().isAlive();
    }

    @Override
    public void close() {
        arena.close();
    }
}
