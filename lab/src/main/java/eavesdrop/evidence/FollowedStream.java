package eavesdrop.evidence;

import eavesdrop.pcap.CaptureReader;
import eavesdrop.tcp.Chunk;
import eavesdrop.tcp.Stream;
import eavesdrop.tcp.StreamSink;
import java.util.List;
import java.util.Optional;

/// One stream of a capture, read for somebody who wants to see its bytes.
///
/// @param stream the two ends and what each sent
/// @param limits what could not be read of the capture, in plain statements
public record FollowedStream(Stream stream, List<String> limits) {
    /// Takes the pieces of a stream in the order in which they became readable; that is how Wireshark's
    /// Follow shows them.
    public interface Listener {
        /// Bytes that follow what the same side sent before.
        ///
        /// @param frame the frame that carries them
        void bytes(boolean fromClient, int frame, byte[] bytes);

        /// Bytes that the capture lacks.
        void gap(boolean fromClient, long length);
    }

    /// Reads a capture to its end and gives out the pieces of one stream.
    ///
    /// @param index Wireshark's `tcp.stream`
    /// @return nothing when the capture has no stream of that index
    public static Optional<FollowedStream> follow(CaptureReader reader, int index, Listener listener) {
        Listening listening = Listening.toAll(
                reader,
                (stream, fromClient) -> stream.index() == index ? new Pieces(fromClient, listener) : StreamSink.NOBODY);
        List<Stream> streams = listening.streams();
        return index < 0 || index >= streams.size()
                ? Optional.empty()
                : Optional.of(new FollowedStream(streams.get(index), listening.limits()));
    }

    private record Pieces(boolean fromClient, Listener listener) implements StreamSink {
        @Override
        public void bytes(Chunk chunk) {
            listener.bytes(fromClient, chunk.frame(), chunk.copyOfRange(0, chunk.length()));
        }

        @Override
        public void gap(long offset, long length) {
            listener.gap(fromClient, length);
        }

        @Override
        public void unplaced(Chunk chunk, int count) {}
    }
}
