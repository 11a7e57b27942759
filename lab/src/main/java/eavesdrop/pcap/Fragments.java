package eavesdrop.pcap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Puts datagrams together from their fragments (RFC 791, section 3.2; RFC 8200, section 4.5).
///
/// Holds at most `MOST_BYTES`; beyond that the datagram that waits the longest is given up.
final class Fragments {
    private static final int MOST_BYTES = 16 << 20;
    private static final int LARGEST_DATAGRAM = 1 << 16;
    /// All but the last fragment have a multiple of eight bytes; more pieces than this say nothing new.
    private static final int MOST_PIECES = LARGEST_DATAGRAM / 8;
    /// What a fragment costs beside its bytes, roughly.
    private static final int OVERHEAD = 100;

    private record Key(boolean ipv6, long a, long b, long c, long d, int protocol, int identification, int vlan) {}

    // Never compared.
    @SuppressWarnings("ArrayRecordComponent")
    private record Piece(int offset, byte[] bytes) {
        int end() {
            return offset + bytes.length;
        }
    }

    private static final class Incomplete {
        final List<Piece> pieces = new ArrayList<>();
        /// The bytes that have come, so that nobody needs to sort the pieces to see whether all have.
        final BitSet received = new BitSet();
        int length = -1;
        int bytes;
        int cost;
        int protocol;
    }

    private final Map<Key, Incomplete> waiting = new LinkedHashMap<>();
    private long cost;
    private int givenUp;

    /// Keeps a fragment, from the cursor to its end. When it completes its datagram, the cursor is moved to
    /// the whole payload and the answer is the protocol that the first fragment names; else -1.
    int add(Datagram from, int protocol, int identification, int offset, boolean more, Cursor cursor) {
        // Receivers drop a fragment without a byte, even where it would be the last.
        if (cursor.captured() == 0 || offset + cursor.captured() > LARGEST_DATAGRAM) {
            return -1;
        }
        // IPv6 fragments of one datagram may name different protocols; the first fragment's counts.
        int distinct = from.ipv6 ? 0 : protocol;
        Key key = new Key(
                from.ipv6,
                from.sourceHigh,
                from.sourceLow,
                from.destinationHigh,
                from.destinationLow,
                distinct,
                identification,
                isLocal(from) ? cursor.vlan() : 0);
        Incomplete datagram = waiting.computeIfAbsent(key, _ -> new Incomplete());
        if (offset == 0) {
            datagram.protocol = protocol;
        }
        if (datagram.pieces.size() == MOST_PIECES) {
            return -1;
        }
        keep(datagram, new Piece(offset, copy(cursor)));
        // Where two claim to be the last, the first to come is right.
        if (!more && datagram.length < 0) {
            datagram.length = offset + cursor.captured();
        }
        if (!isComplete(datagram)) {
            giveUpTheOldest();
            return -1;
        }
        waiting.remove(key);
        cost -= datagram.cost;
        byte[] whole = join(datagram);
        cursor.goOnIn(whole);
        return datagram.protocol;
    }

    /// Whether the addresses may mean one machine here and another there: then, as in Wireshark, fragments from
    /// different VLANs belong to different datagrams.
    private static boolean isLocal(Datagram from) {
        return !from.ipv6 && (isLocal(from.sourceLow) || isLocal(from.destinationLow));
    }

    /// Private (RFC 1918) and link-local (RFC 3927) addresses of IPv4.
    private static boolean isLocal(long address) {
        return address >>> 24 == 0x0A
                || address >>> 20 == 0xAC1
                || address >>> 16 == 0xC0A8
                || address >>> 16 == 0xA9FE;
    }

    /// Datagrams that wait for a fragment, and those that were given up.
    int incomplete() {
        return waiting.size() + givenUp;
    }

    private static byte[] copy(Cursor cursor) {
        return Arrays.copyOfRange(cursor.bytes(), cursor.at(), cursor.at() + cursor.captured());
    }

    private void keep(Incomplete datagram, Piece piece) {
        datagram.pieces.add(piece);
        datagram.received.set(piece.offset, piece.end());
        // A bit for each byte of the datagram.
        int before = datagram.cost;
        datagram.bytes += piece.bytes.length + OVERHEAD;
        datagram.cost = datagram.bytes + datagram.received.size() / Byte.SIZE;
        cost += datagram.cost - before;
    }

    private static boolean isComplete(Incomplete datagram) {
        // A hole behind the end does not matter.
        return datagram.length >= 0 && datagram.received.nextClearBit(0) >= datagram.length;
    }

    /// Where fragments overlap, the one with the lower offset wins.
    private static byte[] join(Incomplete datagram) {
        datagram.pieces.sort(Comparator.comparingInt(Piece::offset));
        byte[] whole = new byte[datagram.length];
        for (Piece piece : datagram.pieces.reversed()) {
            int length = Math.min(piece.bytes.length, whole.length - piece.offset);
            if (length > 0) {
                System.arraycopy(piece.bytes, 0, whole, piece.offset, length);
            }
        }
        return whole;
    }

    private void giveUpTheOldest() {
        var oldest = waiting.values().iterator();
        while (cost > MOST_BYTES && oldest.hasNext()) {
            cost -= oldest.next().cost;
            oldest.remove();
            givenUp++;
        }
    }
}
