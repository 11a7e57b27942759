package eavesdrop.chat.protocol;

/// The numbers of the protocol (`worksheets/protocol.md`).
public final class Limits {
    /// Bytes of a line with its LF.
    public static final int LINE_BYTES = 4096;

    /// Characters of a name.
    public static final int NAME_CHARACTERS = 24;

    /// The port that the chat server listens on unless told otherwise.
    public static final int DEFAULT_PORT = 12345;

    private Limits() {}
}
