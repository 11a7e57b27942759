package eavesdrop.tcp;

/// What a packet is to TCP.
public sealed interface Parsed permits Segment, Parsed.NoSegment {
    /// Why a packet is no segment that could be read.
    enum NoSegment implements Parsed {
        /// It carries something else.
        NOT_TCP,
        /// It is cut before the control bits, so that nothing can be done with it.
        TRUNCATED
    }
}
