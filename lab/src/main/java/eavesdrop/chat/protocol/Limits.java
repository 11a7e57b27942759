package eavesdrop.chat.protocol;

/// The numbers of the protocol (`worksheets/protocol.md`).
public final class Limits {
    /// Bytes of a line that a client says, with its LF.
    public static final int LINE_BYTES = 4096;

    /// Bytes of a line that the server says, with its LF.
    ///
    /// More than a client may say, for two reasons: the server puts the sender's name before the text, and the
    /// stand-in for a control character (`Printable`) takes up to 3 bytes where the character took 1. The
    /// longest line that this can give has 3 × 4,096 + 26 bytes.
    public static final int SERVER_LINE_BYTES = 16_384;

    /// Characters of a name.
    public static final int NAME_CHARACTERS = 24;

    /// The port that the chat server listens on unless told otherwise.
    public static final int DEFAULT_PORT = 12345;

    private Limits() {}
}
