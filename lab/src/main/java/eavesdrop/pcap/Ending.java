package eavesdrop.pcap;

/// Why a capture has no further packet (for now).
public sealed interface Ending {
    /// Every byte was read, and the last packet was whole.
    record Complete() implements Ending {}

    /// The file ends within a packet: it was cut, or it is still being written.
    ///
    /// @param position bytes of the capture before that packet
    record Cut(long position) implements Ending {}

    /// What comes next is not as the format wants it, so nothing behind it can be found.
    ///
    /// @param position bytes of the capture before the damage
    /// @param why what is wrong there, a clause such as `a packet claims 4294967295 bytes`
    record Damaged(long position, String why) implements Ending {}
}
