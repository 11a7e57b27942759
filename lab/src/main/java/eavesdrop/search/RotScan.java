package eavesdrop.search;

/// Searches for a text whose letters are moved on in the alphabet, by any number at once.
///
/// The distance from one letter to the next stays the same under ROT-n, so distances are searched for.
final class RotScan implements Scan {
    private static final int LETTERS = 26;
    /// Letters have the numbers 0 to 25, whatever their case; every other byte has a number of its own.
    private static final short[] NUMBERS = numbers();

    private final byte[] text;
    private final int firstLetter;
    private final Skips skips;

    /// @param text at least three bytes, with a letter among them
    RotScan(byte[] text) {
        this.text = text.clone();
        int letter = 0;
        while (!isLetter(text[letter])) {
            letter++;
        }
        firstLetter = letter;
        skips = new Skips(text.length, 3);
        for (int n = 1; n < LETTERS; n++) {
            addSkips(rotated(text, n));
        }
    }

    private void addSkips(byte[] rotated) {
        for (int i = 2; i < rotated.length; i++) {
            skips.add(key(rotated, i), i);
        }
    }

    private static short[] numbers() {
        short[] numbers = new short[256];
        for (int b = 0; b < 256; b++) {
            numbers[b] = (short) (isLetter((byte) b) ? (b | 0x20) - 'a' : 26 + 37 * b);
        }
        return numbers;
    }

    private static boolean isLetter(byte b) {
        int small = b | 0x20;
        return small >= 'a' && small <= 'z';
    }

    private static byte[] rotated(byte[] text, int n) {
        byte[] rotated = text.clone();
        for (int i = 0; i < text.length; i++) {
            rotated[i] = rotated(text[i], n);
        }
        return rotated;
    }

    private static byte rotated(byte b, int n) {
        if (!isLetter(b)) {
            return b;
        }
        int first = (b & 0x20) | 'A';
        return (byte) (first + (b - first + n) % LETTERS);
    }

    /// The distances between the three bytes that end at `at`.
    private static int key(byte[] bytes, int at) {
        int middle = NUMBERS[bytes[at - 1] & 0xFF];
        int before = middle - NUMBERS[bytes[at - 2] & 0xFF];
        int behind = NUMBERS[bytes[at] & 0xFF] - middle;
        return ((before << 6) ^ behind) & Skips.MASK;
    }

    @Override
    public int longest() {
        return text.length;
    }

    @Override
    public void scan(Block block, int from, Hits hits) {
        scan(block.bytes(), from, block.end(), hits);
    }

    private void scan(byte[] bytes, int from, int end, Hits hits) {
        byte[] table = skips.table();
        int last = skips.window() - 1;
        int first = from + last;
        int middle = (first + end) / 2;
        int second = Math.max(first, middle);
        while (first < middle && second < end) {
            int skip = table[key(bytes, first)];
            int otherSkip = table[key(bytes, second)];
            first += skip == 0 ? checked(bytes, first - last, end, hits) : skip;
            second += otherSkip == 0 ? checked(bytes, second - last, end, hits) : otherSkip;
        }
        scanPart(bytes, first, middle, end, hits);
        scanPart(bytes, second, end, end, hits);
    }

    private void scanPart(byte[] bytes, int from, int to, int end, Hits hits) {
        int last = skips.window() - 1;
        int at = from;
        while (at < to) {
            int skip = skips.table()[key(bytes, at)];
            at += skip == 0 ? checked(bytes, at - last, end, hits) : skip;
        }
    }

    /// Looks whether the text stands here; then the window moves by 1.
    private int checked(byte[] bytes, int at, int end, Hits hits) {
        check(bytes, at, end, hits);
        return 1;
    }

    private void check(byte[] bytes, int at, int end, Hits hits) {
        if (at + text.length > end || !isLetter(bytes[at + firstLetter])) {
            return;
        }
        int n = Math.floorMod(NUMBERS[bytes[at + firstLetter] & 0xFF] - NUMBERS[text[firstLetter] & 0xFF], LETTERS);
        for (int i = 0; i < text.length; i++) {
            if (bytes[at + i] != rotated(text[i], n)) {
                return;
            }
        }
        if (n != 0) {
            hits.found(new How.Rot(n), at, text.length);
        }
    }

    /// How many letters of English a text has.
    static int letters(byte[] text) {
        int letters = 0;
        for (byte b : text) {
            letters += isLetter(b) ? 1 : 0;
        }
        return letters;
    }
}
