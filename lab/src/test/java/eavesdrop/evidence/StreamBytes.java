package eavesdrop.evidence;

import eavesdrop.pcap.CaptureReader;
import eavesdrop.tcp.Chunk;
import eavesdrop.tcp.Stream;
import eavesdrop.tcp.StreamSink;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// All bytes of all streams of a small capture.
final class StreamBytes {
    private final Map<String, Half> halves = new HashMap<>();
    private List<Stream> streams = new ArrayList<>();
    private List<String> limits = new ArrayList<>();

    /// One direction of one stream.
    static final class Half implements StreamSink {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private int contiguous = -1;
        final List<String> gaps = new ArrayList<>();

        @Override
        public void bytes(Chunk chunk) {
            bytes.writeBytes(chunk.copyOfRange(0, chunk.length()));
        }

        @Override
        public void gap(long offset, long length) {
            contiguous = gaps.isEmpty() ? bytes.size() : contiguous;
            gaps.add(offset + "+" + length);
        }

        @Override
        public void unplaced(Chunk chunk, int count) {}

        byte[] all() {
            return bytes.toByteArray();
        }

        /// The bytes before the first gap.
        byte[] contiguous() {
            return java.util.Arrays.copyOf(all(), gaps.isEmpty() ? bytes.size() : contiguous);
        }
    }

    static StreamBytes of(Path capture) {
        StreamBytes all = new StreamBytes();
        try (CaptureReader reader = CaptureReader.open(capture)) {
            Listening listening = Listening.toAll(reader, (stream, fromClient) -> all.half(stream.index(), fromClient));
            all.streams = listening.streams();
            all.limits = listening.limits();
        }
        return all;
    }

    List<Stream> streams() {
        return streams;
    }

    List<String> limits() {
        return limits;
    }

    Half half(int stream, boolean fromClient) {
        return halves.computeIfAbsent(stream + (fromClient ? "c" : "s"), _ -> new Half());
    }
}
