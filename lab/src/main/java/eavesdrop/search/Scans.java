package eavesdrop.search;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Everything that one text is searched as, and what it is not searched as.
///
/// A short text "under some key" is everywhere: 3 bytes and a key of 3 bytes explain any 3 bytes. So a form
/// is left out where a finding would mean nothing, and that is said (`notSearched`):
///
/// - hexadecimal digits and base64: the text has at least `SHORTEST_ENCODED` bytes
/// - XOR with a key of k bytes: at least `EVIDENCE` bytes more than the key, which differ enough; and the key
///   is at most a third of the text, and at most `LONGEST_KEY` bytes
/// - ROT-n: at least `FEWEST_LETTERS` letters of English
public final class Scans {
    static final int SHORTEST_ENCODED = 4;
    static final int EVIDENCE = 5;
    static final int LONGEST_KEY = 8;
    static final int FEWEST_LETTERS = 6;
    private static final int FEWEST_DIFFERENCES = 3;

    private final List<Scan> scans = new ArrayList<>();
    private final Map<Family, String> searched = new EnumMap<>(Family.class);
    private final Map<Family, String> notSearched = new EnumMap<>(Family.class);
    private final int shortest;
    private final int longest;

    /// @param text not empty
    public Scans(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        literals(text, utf8);
        scans.add(new PercentScan(utf8));
        searched.put(Family.PERCENT, "");
        hex(utf8);
        xor(utf8);
        rot(utf8);
        shortest = utf8.length;
        longest = scans.stream().mapToInt(Scan::longest).max().orElseThrow();
    }

    private void literals(String text, byte[] utf8) {
        List<Literal> literals = new ArrayList<>();
        literals.add(new Literal(new How.Plain(), utf8));
        literals.add(new Literal(new How.Utf16(false), text.getBytes(StandardCharsets.UTF_16LE)));
        literals.add(new Literal(new How.Utf16(true), text.getBytes(StandardCharsets.UTF_16BE)));
        searched.put(Family.UTF8, "");
        searched.put(Family.UTF16, "both byte orders");
        if (text.contains(" ")) {
            literals.add(new Literal(new How.Percent(), text.replace(' ', '+').getBytes(StandardCharsets.UTF_8)));
        }
        if (utf8.length >= SHORTEST_ENCODED) {
            List<Literal> base64 = Base64Forms.of(utf8);
            literals.addAll(base64);
            scans.add(new Base64LinesScan(base64));
            searched.put(Family.BASE64, "every alignment, also across line breaks");
        } else {
            notSearched.put(Family.BASE64, tooShort(utf8));
        }
        scans.add(new LiteralScan(literals));
    }

    private void hex(byte[] utf8) {
        if (utf8.length >= SHORTEST_ENCODED) {
            HexScan evenly = new HexScan(utf8);
            scans.add(evenly);
            scans.add(new HexDumpScan(utf8, evenly));
            searched.put(
                    Family.HEX,
                    "as \\x68\\x69, with nothing between the bytes, or, with 0x before each or without, with one or two of space TAB : ; - . , _ / |; also in hex dumps and across line breaks, where lines begin with digits");
        } else {
            notSearched.put(Family.HEX, tooShort(utf8));
        }
    }

    private static String tooShort(byte[] utf8) {
        return "the text has " + utf8.length + " bytes, and fewer than " + SHORTEST_ENCODED + " prove nothing";
    }

    private void xor(byte[] utf8) {
        int longestKey = Math.min(Math.min(LONGEST_KEY, utf8.length / 3), utf8.length - EVIDENCE);
        List<Integer> periods = new ArrayList<>();
        for (int key = longestKey; key > 0; key--) {
            if (owner(key, periods) == 0) {
                periods.add(key);
            }
        }
        periods.removeIf(period -> !provesSomething(XorScan.differences(utf8, period)));
        for (int period : periods) {
            scans.add(new XorScan(utf8, period, key -> owner(key, periods) == period));
        }
        int claimed = 0;
        while (claimed < longestKey && owner(claimed + 1, periods) > 0) {
            claimed++;
        }
        if (claimed > 0) {
            searched.put(Family.XOR, claimed == 1 ? "keys of 1 byte" : "keys of 1 to " + claimed + " bytes");
        } else {
            notSearched.put(Family.XOR, "the text is too short, or too much the same, to prove a key");
        }
    }

    /// The first period that a key of this length repeats in, or 0.
    private static int owner(int key, List<Integer> periods) {
        return periods.stream().filter(period -> period % key == 0).findFirst().orElse(0);
    }

    /// Differences that are all the same, or nearly, stand in every table of numbers.
    private static boolean provesSomething(byte[] differences) {
        boolean[] seen = new boolean[256];
        int distinct = 0;
        for (byte difference : differences) {
            distinct += difference == 0 || seen[difference & 0xFF] ? 0 : 1;
            seen[difference & 0xFF] = true;
        }
        return distinct >= FEWEST_DIFFERENCES;
    }

    private void rot(byte[] utf8) {
        int letters = RotScan.letters(utf8);
        if (letters >= FEWEST_LETTERS) {
            scans.add(new RotScan(utf8));
            searched.put(Family.ROT, "");
        } else {
            notSearched.put(
                    Family.ROT,
                    "the text has " + letters + " letters of English, and fewer than " + FEWEST_LETTERS
                            + " prove nothing");
        }
    }

    /// Searches a block.
    ///
    /// @param end bytes of the block that are to be searched
    /// @param known what ends at this place or before it was told of already
    public void scan(byte[] bytes, int end, int known, Hits hits) {
        Hits fresh = (how, start, length) -> {
            if (start + length > known) {
                hits.found(how, start, length);
            }
        };
        Block block = new Block(bytes, end);
        scans.forEach(scan -> scan.scan(block, Math.max(0, known - scan.longest()), fresh));
    }

    /// The fewest bytes that one finding can have.
    int shortest() {
        return shortest;
    }

    /// The most bytes that one finding can have, with what must be seen before it.
    public int longest() {
        return longest;
    }

    /// What the text is searched as, with what is claimed of it, for example `XOR` → `keys of 1 to 4 bytes`.
    ///
    /// @param everyPlace of the search, which is over
    public Map<Family, String> searched(EveryPlace everyPlace) {
        Map<Family, String> all = new EnumMap<>(searched);
        all.put(
                Family.COMPRESSED,
                "deflate without a header " + everyPlace.words() + "; what is unpacked is searched in the other forms");
        return Collections.unmodifiableMap(all);
    }

    /// What it is not searched as, and why not.
    public Map<Family, String> notSearched() {
        return Collections.unmodifiableMap(notSearched);
    }
}
