package eavesdrop.search;

import java.util.Arrays;

/// The hexadecimal digits of lines that stand below one another, without what else the lines of a hex dump hold:
///
///     00000010  74 65 72 2d 34 32 20 68  61 73 20 63 6f 6d 65 0a  |ter-42 has come.|
///     └offset┘  └──────────────────── digits ──────────────────┘   └─── letters ──┘
///
/// A line ends before the first thing that is no run of digits. An offset can be told from digits by the colon behind
/// it, or by its length.
final class HexLines {
    private static final int SHORTEST_OFFSET = 4;

    private final byte[] bytes;
    private byte[] digits = {};
    private int[] places = {};
    private int count;
    /// Of the line before: one whose first run has the same length is written in the same way.
    private int firstRun;
    private boolean hasOffset;

    /// Takes the places of a text's first digit (inclusive) and last digit (exclusive).
    @FunctionalInterface
    interface Taker {
        void found(int start, int behind);
    }

    HexLines(byte[] bytes) {
        this.bytes = bytes;
    }

    /// Whether a line from `from` to `to` begins with a run of digits. Nearly all others do not.
    boolean areIn(int from, int to) {
        int at = from;
        while (at < to && (bytes[at] == ' ' || bytes[at] == '\t')) {
            at++;
        }
        if (to - at > 2 && !mayBegin(bytes[at], bytes[at + 1], bytes[at + 2])) {
            return false;
        }
        int run = behindPrefix(at, to);
        return isRun(run, behindDigits(run, to), to);
    }

    /// Whether the first is a digit, the second something that stands among digits, the third a digit or a separator.
    /// In one comparison: a processor would guess wrong at every other line, and that takes longer than to look.
    private static boolean mayBegin(byte first, byte second, byte third) {
        int digit = HexScan.symbol(first) - HexScan.SEPARATOR;
        int some = HexScan.symbol(second) - HexScan.OTHER;
        int follows = HexScan.symbol(third) - HexScan.SEPARATOR - 1;
        return (digit & some & follows) < 0;
    }

    private boolean isRun(int from, int behind, int to) {
        return behind > from && (behind == to || isSeparator(bytes[behind]));
    }

    boolean isEmpty() {
        return count == 0;
    }

    /// Adds the digits of a line.
    ///
    /// @param whole whether the line ends at `to`, and was not cut there
    void add(int from, int to, boolean whole) {
        int before = count;
        int at = behindOffset(behindSeparators(from, to), to, whole);
        boolean ended = false;
        while (!ended) {
            int run = behindPrefix(at, to);
            int behind = behindDigits(run, to);
            ended = !isRun(run, behind, to);
            if (!ended) {
                take(run, behind);
                ended = whole && areLetters(behind, to, (count - before) / 2);
                at = behindSeparators(behind, to);
            }
        }
    }

    private int behindOffset(int at, int to, boolean whole) {
        int run = behindPrefix(at, to);
        int behind = behindDigits(run, to);
        int length = behind - run;
        if (behind + 1 < to && bytes[behind] == ':' && bytes[behind + 1] == ' ' && length >= SHORTEST_OFFSET) {
            hasOffset = true;
        } else if (length != firstRun) {
            int second = secondRun(behind, to, whole);
            hasOffset = length >= SHORTEST_OFFSET && second > 0 && length > second;
            firstRun = second > 0 ? length : 0;
        }
        return hasOffset ? behindSeparators(behind, to) : at;
    }

    /// How many digits follow; 0 where none do, or it cannot be known.
    private int secondRun(int behindFirst, int to, boolean whole) {
        int run = behindPrefix(behindSeparators(behindFirst, to), to);
        int behind = behindDigits(run, to);
        return behind == to && !whole ? 0 : behind - run;
    }

    /// Whether what follows is two spaces or more, and then a letter for each byte of the line, perhaps within bars.
    /// They could be digits, too.
    private boolean areLetters(int at, int to, int length) {
        boolean withinBars = bytes[to - 1] == '|' && areSpaces(at, to - length - 2);
        return withinBars || areSpaces(at, to - length);
    }

    private boolean areSpaces(int from, int to) {
        int at = from;
        while (at < to && bytes[at] == ' ') {
            at++;
        }
        return at == to && to - from >= 2;
    }

    private void take(int from, int to) {
        if (count + to - from > digits.length) {
            int size = 2 * (count + to - from);
            digits = Arrays.copyOf(digits, size);
            places = Arrays.copyOf(places, size);
        }
        for (int at = from; at < to; at++) {
            places[count] = at;
            digits[count++] = (byte) HexScan.symbol(bytes[at]);
        }
    }

    /// Tells of every place where these digits stand.
    void find(byte[] wanted, Taker taker) {
        for (int first = 0; first + wanted.length <= count; first++) {
            int last = first + wanted.length - 1;
            if (Arrays.equals(digits, first, last + 1, wanted, 0, wanted.length)) {
                taker.found(places[first], places[last] + 1);
            }
        }
    }

    /// What comes does not belong to these lines.
    void clear() {
        count = 0;
        firstRun = 0;
        hasOffset = false;
    }

    private int behindPrefix(int at, int to) {
        boolean prefix = at + 2 < to && bytes[at] == '0' && HexScan.symbol(bytes[at + 1]) == HexScan.X;
        return prefix ? at + 2 : at;
    }

    private int behindDigits(int from, int to) {
        int at = from;
        while (at < to && isDigit(bytes[at])) {
            at++;
        }
        return at;
    }

    private int behindSeparators(int from, int to) {
        int at = from;
        while (at < to && isSeparator(bytes[at])) {
            at++;
        }
        return at;
    }

    private static boolean isDigit(byte letter) {
        return HexScan.symbol(letter) < HexScan.SEPARATOR;
    }

    private static boolean isSeparator(byte letter) {
        return HexScan.symbol(letter) == HexScan.SEPARATOR;
    }
}
