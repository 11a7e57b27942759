package eavesdrop.tcp;

/// A sequence number of TCP (RFC 9293, section 3.4): 32 bits, and after the largest comes 0.
///
/// No sequence number is larger than another in itself. What can be told is how far it is from one to the
/// other, as long as that is less than 2^31 either way.
public record SequenceNumber(int raw) {
    /// The bytes from `earlier` to this: negative when this is the earlier one. Exact, because arithmetic on
    /// `int` is arithmetic modulo 2^32.
    public int minus(SequenceNumber earlier) {
        return raw - earlier.raw;
    }

    /// The number that many bytes later.
    public SequenceNumber plus(int bytes) {
        return new SequenceNumber(raw + bytes);
    }

    /// As Wireshark shows it raw: 0 to 2^32 - 1.
    public long unsigned() {
        return Integer.toUnsignedLong(raw);
    }

    @Override
    public String toString() {
        return Long.toString(unsigned());
    }
}
