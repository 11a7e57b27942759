package eavesdrop.search;

import java.util.ArrayList;
import java.util.List;

/// What base64 makes of a text that begins anywhere in the encoded data.
///
/// Three bytes become four digits, so there are three alignments. Bits of the text and bits of its neighbours
/// can share a digit at either end:
///
///     alignment 1:   ........ tttttttt tttttttt ........
///                    └─1──┘└─2──┘└─3──┘└─4──┘            digits 2 and 4 are edges, digit 3 is a literal
final class Base64Forms {
    private Base64Forms() {}

    /// One or two literals for each alignment: two where the alphabets differ.
    static List<Literal> of(byte[] text) {
        List<Literal> forms = new ArrayList<>();
        for (int alignment = 0; alignment < 3; alignment++) {
            Literal standard = form(text, alignment, false);
            Literal url = form(text, alignment, true);
            forms.add(standard);
            if (!java.util.Arrays.equals(standard.bytes(), url.bytes())) {
                forms.add(url);
            }
        }
        return forms;
    }

    private static Literal form(byte[] text, int alignment, boolean url) {
        int from = alignment * 8;
        int to = from + text.length * 8;
        int firstWhole = Math.ceilDiv(from, 6);
        int lastWhole = to / 6;
        byte[] digits = new byte[lastWhole - firstWhole];
        for (int i = 0; i < digits.length; i++) {
            int value = bits(text, (firstWhole + i) * 6 - from, 6);
            digits[i] = (byte) (url ? Base64Digits.URL : Base64Digits.STANDARD).charAt(value);
        }
        int frontBits = firstWhole * 6 - from;
        int backBits = to - lastWhole * 6;
        Edges edges = new Edges(
                frontBits == 0 ? 0 : 1,
                bits(text, 0, frontBits),
                (1 << frontBits) - 1,
                backBits == 0 ? 0 : 1,
                bits(text, text.length * 8 - backBits, backBits) << (6 - backBits),
                ((1 << backBits) - 1) << (6 - backBits));
        return new Literal(new How.Base64(alignment, url), digits, edges);
    }

    /// `count` bits of the text, from bit `from`, the highest bit of a byte first.
    private static int bits(byte[] text, int from, int count) {
        int bits = 0;
        for (int i = from; i < from + count; i++) {
            bits = (bits << 1) | ((text[i / 8] >> (7 - i % 8)) & 1);
        }
        return bits;
    }
}
