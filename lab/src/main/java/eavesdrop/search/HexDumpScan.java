package eavesdrop.search;

/// Searches for a text in a hex dump, as `hexdump -C`, `xxd`, `od` and packet analysers write it, and in other lines of
/// hexadecimal digits. Of what stands evenly within one line, another scan tells.
final class HexDumpScan implements Scan {
    /// Of a byte, with its share of what stands around it in a line of eight or more.
    private static final int LETTERS_OF_A_BYTE = 7;
    /// Of the line in which the text begins.
    private static final int LETTERS_OF_A_LINE = 128;

    private final byte[] digits;
    private final HexScan evenly;

    HexDumpScan(byte[] text, HexScan evenly) {
        this.digits = digits(text);
        this.evenly = evenly;
    }

    private static byte[] digits(byte[] text) {
        byte[] digits = new byte[2 * text.length];
        for (int i = 0; i < text.length; i++) {
            digits[2 * i] = (byte) ((text[i] >> 4) & 0xF);
            digits[2 * i + 1] = (byte) (text[i] & 0xF);
        }
        return digits;
    }

    @Override
    public int longest() {
        return digits.length / 2 * LETTERS_OF_A_BYTE + LETTERS_OF_A_LINE;
    }

    @Override
    public void scan(Block block, int from, Hits hits) {
        HexLines lines = new HexLines(block.bytes());
        int line = from;
        for (int lineBreak : block.lineBreaks()) {
            if (lineBreak >= line) {
                line(block, line, lineBreak, true, lines, hits);
                line = lineBreak + 1;
            }
        }
        line(block, line, block.end(), false, lines, hits);
        tell(lines, block, hits);
    }

    /// @param whole whether the line ends at `end`, and was not cut there
    private void line(Block block, int from, int end, boolean whole, HexLines lines, Hits hits) {
        boolean carriageReturn = whole && end > from && block.bytes()[end - 1] == '\r';
        int behind = carriageReturn ? end - 1 : end;
        if (lines.areIn(from, behind)) {
            lines.add(from, behind, whole);
        } else {
            tell(lines, block, hits);
        }
    }

    private void tell(HexLines lines, Block block, Hits hits) {
        if (lines.isEmpty()) {
            return;
        }
        byte[] bytes = block.bytes();
        int end = block.end();
        lines.find(digits, (start, behind) -> {
            // With 0x before each byte, the first begins two letters earlier.
            if (!evenly.finds(bytes, start, end) && !evenly.finds(bytes, start - 2, end)) {
                hits.found(new How.Hex(How.Spelling.DUMP), start, behind - start);
            }
        });
        lines.clear();
    }
}
