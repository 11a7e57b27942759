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
/// Read in both byte orders, with both time units, and in the forms met in the wild whose headers are longer
/// (`PcapRecordHeader`).
final class PcapFormat implements CaptureFormat {
    static final int FILE_HEADER = 24;
    private static final int MICROSECONDS = 0xA1B2C3D4;
    private static final int NANOSECONDS = 0xA1B23C4D;
    /// A patched libpcap of the 1990s: more bytes behind each record header.
    private static final int MODIFIED = 0xA1B2CD34;
    /// Ixia's analysers, hardware and software: the length of all records behind the file header.
    private static final int IXIA_HARDWARE = 0x1C0001AC;
    private static final int IXIA_SOFTWARE = 0x1C0001AB;

    private static final int LINK_TYPE_BITS = 0x03FFFFFF;

    private final ValueLayout.OfInt integer;
    private final int nanosPerUnit;
    private final int fileHeader;
    private final int recordHeader;
    private final boolean lengthsMayBeSwapped;
    private final LinkType linkType;
    private final int linkTypeCode;
    private String damage = "";

    private PcapFormat(Window window, ByteOrder order, int magic) {
        MemorySegment header = window.bytes();
        integer = JAVA_INT_UNALIGNED.withOrder(order);
        nanosPerUnit = magic == NANOSECONDS ? 1 : 1000;
        fileHeader = magic == IXIA_HARDWARE || magic == IXIA_SOFTWARE ? FILE_HEADER + 4 : FILE_HEADER;
        recordHeader = new PcapRecordHeader(header, window.available(), integer, 1_000_000_000 / nanosPerUnit)
                .length(fileHeader, magic == MODIFIED);
        lengthsMayBeSwapped = header.get(JAVA_SHORT_UNALIGNED.withOrder(order), 6) <= 3;
        linkTypeCode = header.get(integer, 20) & LINK_TYPE_BITS;
        linkType = LinkType.of(linkTypeCode);
    }

    /// The format for a file that begins with this header, or nothing where it is no pcap file.
    ///
    /// @param window at its beginning, with at least `FILE_HEADER` bytes; moved behind the header of a pcap file
    static Optional<PcapFormat> of(Window window) {
        for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
            int magic = window.bytes().get(JAVA_INT_UNALIGNED.withOrder(order), 0);
            if (isPcap(magic)) {
                PcapFormat format = new PcapFormat(window, order, magic);
                return window.has(format.fileHeader) ? Optional.of(format.behindHeader(window)) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static boolean isPcap(int magic) {
        return switch (magic) {
            case MICROSECONDS, NANOSECONDS, MODIFIED, IXIA_HARDWARE, IXIA_SOFTWARE -> true;
            default -> false;
        };
    }

    private PcapFormat behindHeader(Window window) {
        window.skip(fileHeader);
        return this;
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
