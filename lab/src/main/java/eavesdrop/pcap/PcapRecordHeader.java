package eavesdrop.pcap;

/// How long the record headers of a pcap file are, which its magic number does not always tell.
///
///     16   the format as it is documented
///     20   Nokia's firewalls: four bytes more
///     24   the patch of 1999 ("modified"): interface, protocol and packet type behind the header
///     28   the same patch for several processors
///
/// Patched versions wrote 20 and 24 under the magic number of the documented format too, and 28 under that of 24. So
/// the first records decide, where they are there: under the right length each header makes sense. Where one record is
/// the whole file, its header makes sense under all of them: then what stands behind it decides.
///
/// @param available bytes of the file that are there, in `bytes` from 0
/// @param unitsPerSecond of the time stamps
/// @param linkType of the packets
// Never compared.
@SuppressWarnings("ArrayRecordComponent")
record PcapRecordHeader(byte[] bytes, int available, FileOrder order, int unitsPerSecond, LinkType linkType) {
    private static final int DOCUMENTED = CaptureMarks.PCAP_RECORD_HEADER;
    private static final int NOKIA = 20;
    private static final int MODIFIED = 24;
    private static final int MODIFIED_FOR_PROCESSORS = 28;
    private static final int ENOUGH_RECORDS = 4;
    private static final int FEWEST_RECORDS = 2;

    /// @param first where the first record begins
    /// @param modified whether the magic number is that of the patch
    int length(int first, boolean modified) {
        int expected = modified ? MODIFIED : DOCUMENTED;
        int[] others = modified ? new int[] {MODIFIED_FOR_PROCESSORS} : new int[] {MODIFIED, NOKIA};
        boolean asExpected = makesSense(first, expected, 0);
        for (int other : others) {
            boolean better = asExpected
                    ? isTheOnlyRecord(first, other) && !holdsIp(first, expected) && holdsIp(first, other)
                    : makesSense(first, other, FEWEST_RECORDS);
            if (better) {
                return other;
            }
        }
        return expected;
    }

    /// Whether the file ends where the first record does under this length.
    private boolean isTheOnlyRecord(int first, int header) {
        return first + header <= available
                && first + header + order.unsignedInteger(bytes, first + 8) == available
                && makesSense(first, header, 1);
    }

    /// Whether the first record holds an IP packet under this length.
    private boolean holdsIp(int first, int header) {
        int captured = order.integer(bytes, first + 8);
        Packet packet = new Packet();
        packet.moveTo(bytes, first + header, captured, order.unsignedInteger(bytes, first + 12), linkType, 0, 0);
        return new PacketDecoder().decode(packet) instanceof Datagram;
    }

    /// Whether all of the first records make sense, and at least so many are there.
    private boolean makesSense(int first, int header, int fewest) {
        long at = first;
        int records = 0;
        while (records < ENOUGH_RECORDS && at + header <= available) {
            int record = (int) at;
            long fraction = order.unsignedInteger(bytes, record + 4);
            long captured = order.unsignedInteger(bytes, record + 8);
            long original = order.unsignedInteger(bytes, record + 12);
            boolean lengths = captured > 0 && captured <= original && original <= CaptureFormat.LONGEST_PACKET;
            if (fraction >= unitsPerSecond || !lengths) {
                return false;
            }
            at += header + captured;
            records++;
        }
        return records >= fewest;
    }
}
