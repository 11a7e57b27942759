package eavesdrop.search;

import java.util.Arrays;
import java.util.List;

/// Searches for base64 that a line break cuts: MIME breaks lines after 76 digits (RFC 2045, section 6.8), PEM after
/// 64 (RFC 7468, section 2), with CR LF or with LF alone.
///
///     …digits of one line⏎digits of the next…    →    …digits of one linedigits of the next…
///                        ↑ the first break within the text
///
/// What stands on one line is found by another scan.
final class Base64LinesScan implements Scan {
    /// Lines are at least so long where a text needs several of them.
    private static final int SHORTEST_LINE = 64;

    private final List<Literal> forms;
    private final int digits;
    private final int longest;

    /// @param forms at least one
    Base64LinesScan(List<Literal> forms) {
        this.forms = List.copyOf(forms);
        this.digits = forms.stream().mapToInt(Literal::length).max().orElseThrow();
        this.longest = digits + 2 * (digits / SHORTEST_LINE + 2);
    }

    @Override
    public int longest() {
        return longest;
    }

    @Override
    public void scan(Block block, int from, Hits hits) {
        byte[] bytes = block.bytes();
        int end = block.end();
        for (int at : block.lineBreaks()) {
            int before = at > 0 && bytes[at - 1] == '\r' ? at - 1 : at;
            if (at >= from && before > 0 && isDigit(bytes[before - 1]) && at + 1 < end && isDigit(bytes[at + 1])) {
                join(bytes, before, at + 1, end, hits);
            }
        }
    }

    /// Looks for what begins in the line that ends at `before` and goes on behind its break, at `behind`.
    private void join(byte[] bytes, int before, int behind, int end, Hits hits) {
        int from = before;
        while (from > 0 && before - from < digits && isDigit(bytes[from - 1])) {
            from--;
        }
        byte[] joined = new byte[2 * digits];
        int[] places = new int[2 * digits];
        int count = 0;
        for (int at = from; at < end && count < joined.length; at++) {
            boolean isBreak = bytes[at] == '\r' || bytes[at] == '\n';
            if (!isBreak && !isDigit(bytes[at])) {
                break;
            }
            if (!isBreak) {
                places[count] = at;
                joined[count++] = bytes[at];
            }
        }
        check(Arrays.copyOf(joined, count), places, before - from, behind, hits);
    }

    private void check(byte[] joined, int[] places, int firstBreak, int behind, Hits hits) {
        Hits across = (how, start, length) -> {
            int last = places[start + length - 1];
            if (start < firstBreak && last >= behind) {
                hits.found(how, places[start], last - places[start] + 1);
            }
        };
        // An edge digit may stand before the literal, and the literal itself first behind the break.
        for (int at = 0; at <= firstBreak; at++) {
            for (Literal form : forms) {
                form.check(joined, at, joined.length, across);
            }
        }
    }

    private static boolean isDigit(byte letter) {
        return Base64Digits.value(letter) >= 0;
    }
}
