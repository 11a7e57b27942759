package eavesdrop.search;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Bytes that are searched in every form.
final class Block {
    private final byte[] bytes;
    private final int end;
    private final String letters;
    private final int[] lineBreaks;

    /// @param end bytes of the block that are to be searched
    Block(byte[] bytes, int end) {
        this.bytes = bytes;
        this.end = end;
        this.letters = new String(bytes, 0, end, StandardCharsets.ISO_8859_1);
        this.lineBreaks = lineBreaks(letters);
    }

    private static int[] lineBreaks(String letters) {
        int[] places = new int[32];
        int count = 0;
        for (int at = letters.indexOf('\n'); at >= 0; at = letters.indexOf('\n', at + 1)) {
            places = count == places.length ? Arrays.copyOf(places, 4 * count) : places;
            places[count++] = at;
        }
        return Arrays.copyOf(places, count);
    }

    byte[] bytes() {
        return bytes;
    }

    int end() {
        return end;
    }

    /// The places of its line feeds.
    int[] lineBreaks() {
        return lineBreaks;
    }

    /// The first place from `from` on where this letter stands, or -1. The JDK searches a String for one letter with
    /// vector instructions, 16 bytes and more at once.
    int indexOf(char letter, int from) {
        return letters.indexOf(letter, from);
    }
}
