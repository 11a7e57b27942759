package eavesdrop.evidence;

import eavesdrop.tcp.Chunk;
import eavesdrop.tcp.Stream;
import eavesdrop.tcp.StreamSink;
import eavesdrop.tcp.StreamSinks;

/// Gives each direction to two who listen.
record BothSinks(StreamSinks one, StreamSinks other) implements StreamSinks {
    @Override
    public StreamSink open(Stream stream, boolean fromClient) {
        return new Both(one.open(stream, fromClient), other.open(stream, fromClient));
    }

    @Override
    public int memory() {
        return one.memory() + other.memory();
    }

    private record Both(StreamSink one, StreamSink other) implements StreamSink {
        @Override
        public void bytes(Chunk chunk) {
            one.bytes(chunk);
            other.bytes(chunk);
        }

        @Override
        public void gap(long offset, long length) {
            one.gap(offset, length);
            other.gap(offset, length);
        }

        @Override
        public void unplaced(Chunk chunk, int count) {
            one.unplaced(chunk, count);
            other.unplaced(chunk, count);
        }
    }
}
