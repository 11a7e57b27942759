package eavesdrop.pcap;

import java.util.Optional;

/// The classic format, "pcap" (draft-ietf-opsawg-pcap): a file header of 24 bytes, then for each packet a
/// record header and its bytes.
///
///     record:  seconds | micro- or nanoseconds | captured length | original length | bytes …
///
/// Read in both byte orders, with both time units, and in the forms met in the wild whose headers are longer
/// (`PcapRecordHeader`).
final class PcapFormat implements CaptureFormat {
    /// A patched libpcap of the 1990s: more bytes behind each record header.
    private static final int MODIFIED = 0xA1B2CD34;
    /// Ixia's analysers, hardware and software: the length of all records behind the file header.
    private static final int IXIA_HARDWARE = 0x1C0001AC;
    private static final int IXIA_SOFTWARE = 0x1C0001AB;

    private static final int LINK_TYPE_BITS = 0x03FFFFFF;

    private final FileOrder order;
    private final int nanosPerUnit;
    private final int fileHeader;
    private final int recordHeader;
    private final boolean lengthsMayBeSwapped;
    private final LinkType linkType;
    private final int linkTypeCode;
    private String damage = "";

    private PcapFormat(Window window, FileOrder order, int magic) {
        byte[] header = window.bytes();
        this.order = order;
        nanosPerUnit = magic == CaptureMarks.PCAP_NANOSECONDS ? 1 : 1000;
        fileHeader = magic == IXIA_HARDWARE || magic == IXIA_SOFTWARE
                ? CaptureMarks.PCAP_FILE_HEADER + 4
                : CaptureMarks.PCAP_FILE_HEADER;
        lengthsMayBeSwapped = (short) order.unsignedShort(header, 6) <= 3;
        linkTypeCode = order.integer(header, 20) & LINK_TYPE_BITS;
        linkType = LinkType.of(linkTypeCode);
        recordHeader = new PcapRecordHeader(header, window.available(), order, 1_000_000_000 / nanosPerUnit, linkType)
                .length(fileHeader, magic == MODIFIED);
    }

    /// The format for a file that begins with this header, or nothing where it is no pcap file.
    ///
    /// @param window at its beginning, with at least a file header's bytes; moved behind that of a pcap file
    static Optional<PcapFormat> of(Window window) {
        for (FileOrder order : FileOrder.values()) {
            int magic = order.integer(window.bytes(), 0);
            if (isPcap(magic)) {
                PcapFormat format = new PcapFormat(window, order, magic);
                return window.has(format.fileHeader) ? Optional.of(format.behindHeader(window)) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static boolean isPcap(int magic) {
        return switch (magic) {
            case CaptureMarks.PCAP_MICROSECONDS,
                    CaptureMarks.PCAP_NANOSECONDS,
                    MODIFIED,
                    IXIA_HARDWARE,
                    IXIA_SOFTWARE -> true;
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
        byte[] header = window.bytes();
        long captured = order.unsignedInteger(header, window.at() + 8);
        long original = order.unsignedInteger(header, window.at() + 12);
        if (lengthsMayBeSwapped && captured > original) {
            long swapped = captured;
            captured = original;
            original = swapped;
        }
        if (captured > LONGEST_PACKET || captured == 0) {
            damage = damage(header, window.at(), captured);
            if (!damage.isEmpty()) {
                return false;
            }
        }
        int record = recordHeader + (int) captured;
        if (!window.has(record)) {
            return false;
        }
        byte[] bytes = window.bytes();
        int at = window.at();
        long nanos =
                order.unsignedInteger(bytes, at) * 1_000_000_000L + order.unsignedInteger(bytes, at + 4) * nanosPerUnit;
        packet.moveTo(bytes, at + recordHeader, (int) captured, original, linkType, linkTypeCode, nanos);
        window.skip(record);
        return true;
    }

    /// What is wrong with a record of an unlikely length; empty where nothing is. Behind one capture another may stand,
    /// as `cat` joins them.
    private String damage(byte[] bytes, int at, long captured) {
        if (isPcap(order.integer(bytes, at)) || NetworkOrder.integer(bytes, at) == CaptureMarks.SECTION_HEADER) {
            return "another capture begins there; join them with mergecap";
        }
        return captured == 0 ? "" : "a packet claims to have " + captured + " bytes";
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
