package eavesdrop.pcap;

import java.nio.ByteBuffer;

/// Bytes of a capture that somebody needs longer than until the next packet, perhaps on another thread: those among
/// which the packet stood that the reader showed when it was asked to hold them.
///
/// Of a file that lies still nothing is kept: what is wanted is read again. To fetch it from the memory of the
/// processor that has read it first takes longer.
public interface Held {
    /// Some of them, in an array. For one thread, and until it asks for others of this reader's bytes.
    ///
    /// @param from the place of the first, as in `Packet.bytes()`
    /// @param to the place behind the last
    /// @throws LabException (file) when they cannot be read again
    ByteBuffer part(int from, int to);

    /// Nobody needs them any more.
    void giveBack();
}
