package eavesdrop.pcap;

import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Optional;

/// The classic format, "pcap" (draft-ietf-opsawg-pcap): a file header of 24 bytes, then for each packet a
/// record header and its bytes.
///
///     record:  seconds | micro- or nanoseconds | captured length | original length | bytes …
///
/// Read in both byte orders, with both time units, and in the two "modified" forms met in the wild, whose
/// record headers are longer.
final class PcapFormat implements CaptureFormat {
    static final int FILE_HEADER = 24;
    private static final int MICROSECONDS = 0xA1B2C3D4;
    private static final int NANOSECONDS = 0xA1B23C4D;
    /// A patched libpcap of the 1990s: eight more bytes behind each record header.
    private static final int MODIFIED = 0xA1B2CD34;

    private static final int LINK_TYPE_BITS = 0x03FFFFFF;

    private final ValueLayout.OfInt integer;
    private final int nanosPerUnit;
    private final int recordHeader;
    private final boolean lengthsMayBeSwapped;
    private final LinkType linkType;
    private final int linkTypeCode;
    private String damage = "";

    private PcapFormat(MemorySegment header, ByteOrder order, int magic) {
        integer = JAVA_INT_UNALIGNED.withOrder(order);
        nanosPerUnit = magic == NANOSECONDS ? 1 : 1000;
        recordHeader = magic == MODIFIED ? 24 : 16;
        lengthsMayBeSwapped = header.get(JAVA_SHORT_UNALIGNED.withOrder(order), 6) <= 3;
        linkTypeCode = header.get(integer, 20) & LINK_TYPE_BITS;
        linkType = LinkType.of(linkTypeCode);
    }

    /// The format for a file with this header, or nothing where it is no pcap file.
    ///
    /// @param header at least `FILE_HEADER` bytes
    static Optional<PcapFormat> of(MemorySegment header) {
        for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
            int magic = header.get(JAVA_INT_UNALIGNED.withOrder(order), 0);
            if (magic == MICROSECONDS || magic == NANOSECONDS || magic == MODIFIED) {
                return Optional.of(new PcapFormat(header, order, magic));
            }
        }
        return Optional.empty();
    }

    @Override
    public boolean next(Window window, Packet packet) {
        if (!window.has(recordHeader)) {
            return false;
        }
        long captured = length(window, 8);
        long original = length(window, 12);
        if (lengthsMayBeSwapped && captured > original) {
            long swapped = captured;
            captured = original;
            original = swapped;
        }
        if (captured > LONGEST_PACKET) {
            damage = "a packet claims to have " + captured + " bytes";
            return false;
        }
        if (!window.has(recordHeader + captured)) {
            return false;
        }
        MemorySegment bytes = window.bytes();
        long at = window.at();
        long nanos = Integer.toUnsignedLong(bytes.get(integer, at)) * 1_000_000_000L
                + Integer.toUnsignedLong(bytes.get(integer, at + 4)) * nanosPerUnit;
        packet.moveTo(bytes, at + recordHeader, (int) captured, original, linkType, linkTypeCode, nanos);
        window.skip(recordHeader + captured);
        return true;
    }

    private long length(Window window, int offset) {
        return Integer.toUnsignedLong(window.bytes().get(integer, window.at() + offset));
    }

    @Override
    public Ending ending(Window window) {
        if (!damage.isEmpty()) {
            return new Ending.Damaged(window.position(), damage);
        }
        return window.available() == 0 ? new Ending.Complete() : new Ending.Cut(window.position());
    }

    @Override
    public String comment() {
        return "";
    }
}
