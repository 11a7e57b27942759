package eavesdrop.evidence;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// One direction of a connection, cut into TLS records: what is in clear in each of them is its type and its length
/// (RFC 8446, section 5.1).
///
///     type (1)   version (2)   length (2)   length bytes, sealed once the keys are agreed on
///
/// @param records in their order; the last one may not be there whole
/// @param hello the first message of this side, which is in clear
/// @param rest the offset of the first byte that is not part of a TLS record; the length of all where everything is
public record TlsRecords(List<TlsRecord> records, Optional<TlsHello> hello, long rest) {
    /// Bytes before the content of a record.
    public static final int HEADER = 5;
    /// With what sealing may add to it. RFC 8446, section 5.2.
    private static final int LONGEST = (1 << 14) + 256;

    /// @param offset of its header in the direction's bytes
    /// @param length in bytes, without the header
    public record TlsRecord(long offset, Type type, int length) {}

    /// The content type in clear. Behind `APPLICATION_DATA` TLS 1.3 also hides the rest of the handshake.
    public enum Type {
        CHANGE_CIPHER_SPEC(20),
        ALERT(21),
        HANDSHAKE(22),
        APPLICATION_DATA(23);

        private final int number;

        Type(int number) {
            this.number = number;
        }

        static Optional<Type> of(int number) {
            return Arrays.stream(values()).filter(type -> type.number == number).findFirst();
        }
    }

    /// Reads from the first byte of a direction on, up to the first one that is not TLS.
    public static TlsRecords in(byte[] bytes) {
        List<TlsRecord> records = new ArrayList<>();
        ByteArrayOutputStream handshake = new ByteArrayOutputStream();
        int at = 0;
        while (at + HEADER <= bytes.length) {
            Optional<Type> type = Type.of(bytes[at] & 0xFF);
            int length = ((bytes[at + 3] & 0xFF) << 8) | (bytes[at + 4] & 0xFF);
            if (type.isEmpty() || bytes[at + 1] != 3 || length > LONGEST) {
                break;
            }
            records.add(new TlsRecord(at, type.get(), length));
            int end = Math.min(bytes.length, at + HEADER + length);
            if (type.get() == Type.HANDSHAKE) {
                handshake.write(bytes, at + HEADER, end - at - HEADER);
            }
            at = end;
        }
        return new TlsRecords(List.copyOf(records), TlsHello.read(handshake.toByteArray()), at);
    }
}
