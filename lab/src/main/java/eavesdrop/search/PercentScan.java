package eavesdrop.search;

/// Searches for a text of which at least one byte is written as `%xx` (RFC 3986, section 2.1); the others may
/// stand as they are, and a space may be a `+`.
///
/// Only the first `%` of a finding is searched for. It can stand for every byte of the text that has its value.
final class PercentScan implements Scan {
    private final byte[] text;

    PercentScan(byte[] text) {
        this.text = text.clone();
    }

    @Override
    public int longest() {
        return text.length * 3;
    }

    @Override
    public void scan(Block block, int from, Hits hits) {
        for (int at = block.indexOf('%', from); at >= 0; at = block.indexOf('%', at + 1)) {
            check(block.bytes(), at, block.end(), hits);
        }
    }

    private void check(byte[] bytes, int percent, int end, Hits hits) {
        int value = encoded(bytes, percent, end);
        for (int before = 0; before < text.length; before++) {
            if (value == (text[before] & 0xFF) && standsBefore(bytes, percent, before)) {
                int to = behind(bytes, percent, before, end);
                if (to > 0) {
                    hits.found(new How.Percent(), percent - before, to - percent + before);
                }
            }
        }
    }

    private boolean standsBefore(byte[] bytes, int percent, int before) {
        if (before > percent) {
            return false;
        }
        for (int i = 0; i < before; i++) {
            if (!stands(bytes[percent - before + i], text[i])) {
                return false;
            }
        }
        return true;
    }

    /// Where the text ends whose byte number `from` stands at `start`; -1 where it goes on differently.
    private int behind(byte[] bytes, int start, int from, int end) {
        int at = start;
        for (int i = from; i < text.length; i++) {
            if (at < end && stands(bytes[at], text[i])) {
                at++;
            } else if (at < end && bytes[at] == '%' && encoded(bytes, at, end) == (text[i] & 0xFF)) {
                at += 3;
            } else {
                return -1;
            }
        }
        return at;
    }

    private static boolean stands(byte seen, byte wanted) {
        return seen != '%' && (seen == wanted || (seen == '+' && wanted == ' '));
    }

    private static int encoded(byte[] bytes, int percent, int end) {
        if (percent + 2 >= end) {
            return -1;
        }
        int high = Character.digit(bytes[percent + 1], 16);
        int low = Character.digit(bytes[percent + 2], 16);
        return high < 0 || low < 0 ? -1 : (high << 4) | low;
    }
}
