package eavesdrop.pcap;

/// The numbers by which capture files are read and written: how they begin, how long their headers are, and the
/// types of pcapng's blocks and options (draft-ietf-opsawg-pcap, draft-ietf-opsawg-pcapng).
public final class CaptureMarks {
    /// A pcap file with times in microseconds, or in nanoseconds; read in the byte order of its writer.
    public static final int PCAP_MICROSECONDS = 0xA1B2C3D4;

    public static final int PCAP_NANOSECONDS = 0xA1B23C4D;

    /// Bytes before the first packet of a pcap file, and before the bytes of each packet.
    public static final int PCAP_FILE_HEADER = 24;

    public static final int PCAP_RECORD_HEADER = 16;

    /// The type of the block with which each section of a pcapng file begins; the same in both byte orders.
    public static final int SECTION_HEADER = 0x0A0D0D0A;

    /// Tells the byte order of a section.
    public static final int BYTE_ORDER_MAGIC = 0x1A2B3C4D;

    /// Bytes of a block of a pcapng file with nothing in it: type, length, length again.
    public static final int SHORTEST_BLOCK = 12;

    static final int INTERFACE_DESCRIPTION = 1;
    /// Obsolete, and still found in old files.
    static final int PACKET = 2;

    static final int SIMPLE_PACKET = 3;
    static final int ENHANCED_PACKET = 6;

    /// Options of a section header.
    static final int OPTION_COMMENT = 1;

    static final int OPTION_APPLICATION = 4;

    /// Options of an interface description.
    static final int OPTION_TIME_RESOLUTION = 9;

    static final int OPTION_TIME_OFFSET = 14;

    private CaptureMarks() {}

    /// Whether a block of this type holds a packet.
    public static boolean isPacket(int blockType) {
        return blockType == ENHANCED_PACKET || blockType == SIMPLE_PACKET || blockType == PACKET;
    }

    /// Whether a block of this type, which holds no packet, has a frame number in Wireshark all the same: events of a
    /// system (sysdig, but for those with flags), entries of a journal, and what others invented by the rules.
    static boolean isNumbered(int blockType) {
        return switch (blockType) {
            case 0x9, 0x204, 0x216, 0x221, 0x0BAD, 0x4000_0BAD -> true;
            default -> false;
        };
    }
}
