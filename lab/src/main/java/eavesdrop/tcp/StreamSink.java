package eavesdrop.tcp;

/// Takes one direction of a stream: its bytes in order, each once, without a hole that is not told.
public interface StreamSink {
    /// The next bytes. They follow what was given before, or the gap that was told.
    void bytes(Chunk chunk);

    /// The next bytes were never captured.
    ///
    /// @param offset bytes of this direction before the gap
    /// @param length how many are missing, more than 0
    void gap(long offset, long length);

    /// Bytes that were captured but have no place in the stream: they repeat (or contradict) what was
    /// already given, or lie before its first captured byte. Whoever listens has seen them all the same.
    ///
    /// @param count so many bytes at the beginning of the chunk; those behind them are given out as `bytes` too
    void unplaced(Chunk chunk, int count);

    /// Nobody wants these bytes.
    StreamSink NOBODY = new StreamSink() {
        @Override
        public void bytes(Chunk chunk) {}

        @Override
        public void gap(long offset, long length) {}

        @Override
        public void unplaced(Chunk chunk, int count) {}
    };
}
