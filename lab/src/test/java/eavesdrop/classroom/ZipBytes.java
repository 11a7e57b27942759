package eavesdrop.classroom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// A zip as bytes (APPNOTE 4.3.16), to break it where no library would.
final class ZipBytes {
    private static final int END = 22;

    private ZipBytes() {}

    /// Where the central directory begins. There must be no comment after the end record.
    static int directory(byte[] zip) {
        return ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).getInt(zip.length - END + 16);
    }

    /// With a text replaced by one of the same length, wherever it stands.
    static byte[] replace(byte[] zip, String text, String by) {
        return new String(zip, StandardCharsets.ISO_8859_1).replace(text, by).getBytes(StandardCharsets.ISO_8859_1);
    }
}
