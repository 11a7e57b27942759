package eavesdrop.tcp;

/// Makes a sink for each direction that carries bytes.
@FunctionalInterface
public interface StreamSinks {
    /// Called once for each direction, before its first byte.
    StreamSink open(Stream stream, boolean fromClient);

    /// Bytes of memory that one sink takes, roughly. So many streams are followed as the memory allows.
    default int memory() {
        return 200;
    }
}
