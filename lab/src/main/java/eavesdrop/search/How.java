package eavesdrop.search;

import java.util.HexFormat;

/// In what form a text was found.
public sealed interface How {
    /// As it is, in UTF-8.
    record Plain() implements How {}

    /// In UTF-16. Where the letters are ASCII and more text stands around, both byte orders can be read into
    /// the same bytes, and both are reported.
    ///
    /// @param bigEndian whether the high byte comes first
    record Utf16(boolean bigEndian) implements How {}

    /// In hexadecimal digits, small, capital or mixed.
    ///
    /// @param written what stands around two digits
    record Hex(Spelling written) implements How {}

    /// How hexadecimal digits are written.
    enum Spelling {
        /// `686921`
        COMPACT,
        /// `68 69 21`, `68:69:21`, `68, 69, 21`: one or two separators
        SEPARATED,
        /// `0x68, 0x69, 0x21`, with one or two separators
        PREFIXED,
        /// `\x68\x69\x21`
        ESCAPED,
        /// As in a hex dump: across line breaks, or with more between some bytes than between others
        DUMP
    }

    /// In base64 (RFC 4648), on one line or across line breaks.
    ///
    /// @param alignment how many bytes of the encoded data came before the text, modulo 3
    /// @param url whether it is seen to use the alphabet of section 5 (`-` and `_`)
    record Base64(int alignment, boolean url) implements How {}

    /// With at least one byte as `%xx` (RFC 3986), or with `+` for its spaces, as HTML forms do.
    record Percent() implements How {}

    /// Under XOR with a key that repeats.
    ///
    /// @param key the key's bytes in hexadecimal digits, as seen from the first byte of the text; the shortest
    ///     that explains what was seen
    record Xor(String key) implements How {
        static Xor of(byte[] bytes, int length) {
            return new Xor(HexFormat.of().formatHex(bytes, 0, length));
        }
    }

    /// With each English letter moved on in the alphabet (ROT-13 is the best known).
    ///
    /// @param n by how many letters, 1 to 25
    record Rot(int n) implements How {}

    /// Within compressed data.
    ///
    /// @param offset bytes of the unpacked data before the text
    /// @param inside in what form it stands in the unpacked data
    record Compressed(Packing packing, long offset, How inside) implements How {}

    /// How data is compressed.
    enum Packing {
        /// RFC 1952
        GZIP,
        /// RFC 1950
        ZLIB,
        /// RFC 1951, with no header
        DEFLATE
    }
}
