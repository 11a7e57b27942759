package eavesdrop.search;

import java.util.Arrays;

/// The digits of both base64 alphabets (RFC 4648, sections 4 and 5).
final class Base64Digits {
    static final String STANDARD = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    static final String URL = STANDARD.replace('+', '-').replace('/', '_');
    private static final byte[] VALUES = values();

    private Base64Digits() {}

    /// 0 to 63, or -1 for a byte that is no digit.
    static int value(byte digit) {
        return VALUES[digit & 0xFF];
    }

    private static byte[] values() {
        byte[] values = new byte[256];
        Arrays.fill(values, (byte) -1);
        for (int i = 0; i < 64; i++) {
            values[STANDARD.charAt(i)] = (byte) i;
            values[URL.charAt(i)] = (byte) i;
        }
        return values;
    }
}
