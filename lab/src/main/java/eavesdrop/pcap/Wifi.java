package eavesdrop.pcap;

/// IEEE 802.11 data frames, and the headers that a radio's driver puts before them. What is encrypted stays so.
final class Wifi {
    private static final int FROM_AND_TO_ACCESS_POINT = 0x03;
    private static final int MORE_FRAGMENTS = 0x04;
    private static final int PROTECTED = 0x40;
    private static final int ORDER = 0x80;
    private static final int DATA = 2;
    private static final int WITHOUT_DATA = 4;
    private static final int QUALITY_OF_SERVICE = 8;
    private static final int AGGREGATED = 0x80;
    private static final int RADIOTAP_FLAGS = 0x02;
    private static final int RADIOTAP_TIME = 0x01;
    private static final int HAS_CHECKSUM = 0x10;
    private static final int HAS_PADDING = 0x20;
    private static final int AVS_MAGIC = 0x80211;

    private Wifi() {}

    /// A data frame: frame control, duration, three or four addresses, sequence control, perhaps quality of service;
    /// then LLC and SNAP.
    ///
    /// @param padded whether the header is filled up to a multiple of four bytes
    static int frame(Cursor cursor, boolean padded) {
        if (!cursor.has(24)) {
            return LinkLayer.CUT;
        }
        return frame(cursor, cursor.unsignedByte(0), cursor.unsignedByte(1), padded);
    }

    /// The same as access points send it on to their controller: they swap the two bytes of the frame control, as
    /// Wireshark expects, although RFC 5416 does not say so.
    static int frameOfController(Cursor cursor) {
        if (!cursor.has(24)) {
            return LinkLayer.CUT;
        }
        return frame(cursor, cursor.unsignedByte(1), cursor.unsignedByte(0), false);
    }

    private static int frame(Cursor cursor, int kind, int flags, boolean padded) {
        int type = kind >> 2 & 3;
        int subtype = kind >> 4;
        boolean fragment = (cursor.unsignedByte(22) & 0x0F) != 0 || (flags & MORE_FRAGMENTS) != 0;
        if (type != DATA || (subtype & WITHOUT_DATA) != 0) {
            return LinkLayer.NOT_IP;
        }
        if ((flags & PROTECTED) != 0 || fragment) {
            return LinkLayer.OPAQUE;
        }
        int header = (flags & FROM_AND_TO_ACCESS_POINT) == FROM_AND_TO_ACCESS_POINT ? 30 : 24;
        if ((subtype & QUALITY_OF_SERVICE) != 0) {
            if (!cursor.has(header + 2)) {
                return LinkLayer.CUT;
            }
            if ((cursor.unsignedByte(header) & AGGREGATED) != 0) {
                return LinkLayer.OPAQUE;
            }
            header += (flags & ORDER) != 0 ? 6 : 2;
        }
        cursor.skip(padded ? (header + 3) & ~3 : header);
        return LinkLayer.logicalLinkControl(cursor);
    }

    /// Version, padding, length (little-endian), then which fields are present. Of these only the flags matter.
    static int radiotap(Cursor cursor) {
        if (!cursor.has(8)) {
            return LinkLayer.CUT;
        }
        int header = cursor.unsignedByte(2) | cursor.unsignedByte(3) << 8;
        if (header < 8 || !cursor.has(header)) {
            return LinkLayer.CUT;
        }
        int flags = radiotapFlags(cursor, header);
        cursor.skip(header);
        if ((flags & HAS_CHECKSUM) != 0) {
            cursor.limit(Math.max(0, cursor.onTheWire() - 4));
        }
        return frame(cursor, (flags & HAS_PADDING) != 0);
    }

    private static int radiotapFlags(Cursor cursor, int header) {
        int present = cursor.unsignedByte(4);
        int at = 8;
        for (int word = 4; (cursor.unsignedByte(word + 3) & 0x80) != 0 && at + 4 <= header; word += 4) {
            at += 4;
        }
        if ((present & RADIOTAP_TIME) != 0) {
            at = ((at + 7) & ~7) + 8;
        }
        return (present & RADIOTAP_FLAGS) != 0 && at < header ? cursor.unsignedByte(at) : 0;
    }

    /// 144 bytes of measurements, unless an AVS header stands in their place.
    static int prism(Cursor cursor) {
        if (!cursor.has(8)) {
            return LinkLayer.CUT;
        }
        if (cursor.signedInt(0) >>> 12 == AVS_MAGIC) {
            return avs(cursor);
        }
        if (!cursor.has(144)) {
            return LinkLayer.CUT;
        }
        cursor.skip(144);
        return frame(cursor, false);
    }

    /// Magic number, then the length of the header.
    static int avs(Cursor cursor) {
        if (!cursor.has(8) || !cursor.has(cursor.unsignedInt(4))) {
            return LinkLayer.CUT;
        }
        cursor.skip(cursor.signedInt(4));
        return frame(cursor, false);
    }

    /// Version, flags, length and link type (little-endian), then fields that say nothing to us.
    static int perPacketInformation(Cursor cursor) {
        if (!cursor.has(8)) {
            return LinkLayer.CUT;
        }
        int header = cursor.unsignedByte(2) | cursor.unsignedByte(3) << 8;
        int linkType = cursor.unsignedByte(4) | cursor.unsignedByte(5) << 8;
        if (header < 8 || !cursor.has(header)) {
            return LinkLayer.CUT;
        }
        cursor.skip(header);
        LinkType inner = LinkType.of(linkType);
        return inner == LinkType.PPI ? LinkLayer.NOT_IP : LinkLayer.skip(inner, cursor);
    }
}
