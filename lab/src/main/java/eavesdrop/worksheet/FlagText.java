package eavesdrop.worksheet;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Control bits as people write them: `[PSH, ACK]`, `Psh+Ack`, `push and ack`, `0x018`, tcpdump's `[P.]`, Wireshark's
/// `·······AP···`.
final class FlagText {
    /// The name of each bit, from the lowest (RFC 9293, section 3.1), which is Wireshark's order.
    private static final List<String> BITS = List.of("fin", "syn", "rst", "psh", "ack", "urg", "ece", "cwr");

    private static final Map<String, String> LONG_NAMES =
            Map.of("reset", "rst", "push", "psh", "acknowledgment", "ack", "acknowledgement", "ack", "urgent", "urg");
    private static final String TCPDUMP = "FSRP.U";
    private static final Set<String> AROUND =
            Set.of("flags", "flag", "bits", "bit", "tcp", "and", "are", "is", "set", "only", "the", "none");
    private static final Pattern HEXADECIMAL = Pattern.compile("0x0*([0-9a-f]{1,2})\\b");

    /// Twelve places, of which the first four are not the bits that are meant here.
    private static final Pattern PLACES =
            Pattern.compile("[·.*RNA]{4}([·.*C][·.*E][·.*U][·.*A][·.*P][·.*R][·.*S][·.*F])");

    /// Wireshark's column Info: `40112 → 12345 [PSH, ACK] Seq=1`.
    private static final Pattern INFO = Pattern.compile("^\\W*\\d+\\s*(?:\\u2192|-*>)\\s*\\d+\\s*\\[([A-Za-z, ]+)].*");

    private FlagText() {}

    /// The names in Wireshark's order, or nothing when a word is not the name of a control bit.
    static Optional<List<String>> read(String typed) {
        String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC);
        Matcher info = INFO.matcher(plain);
        String text = info.matches() ? info.group(1) : plain;
        OptionalInt letters = tcpdump(text.replaceAll("[\\[\\]\\s]", ""));
        OptionalInt places = letters.isPresent() ? letters : places(text);
        OptionalInt bits = places.isPresent() ? places : named(text.toLowerCase(Locale.ROOT));
        return bits.isPresent() ? Optional.of(names(bits.getAsInt())) : Optional.empty();
    }

    private static List<String> names(int bits) {
        return IntStream.range(0, BITS.size())
                .filter(bit -> (bits & (1 << bit)) != 0)
                .mapToObj(bit -> BITS.get(bit).toUpperCase(Locale.ROOT))
                .toList();
    }

    /// By their names; a number counts where there are none, as in Wireshark's `Flags: 0x018 (PSH, ACK)`.
    private static OptionalInt named(String text) {
        Matcher number = HEXADECIMAL.matcher(text);
        int raw = number.find() ? Integer.parseInt(number.group(1), 16) : 0;
        List<String> words = words(number.replaceAll(" "));
        int bits = 0;
        for (String word : words) {
            int bit = BITS.indexOf(LONG_NAMES.getOrDefault(word, word));
            if (bit < 0) {
                return OptionalInt.empty();
            }
            bits |= 1 << bit;
        }
        return OptionalInt.of(words.isEmpty() ? raw : bits);
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>(List.of(text.split("[^\\p{L}\\p{N}]+")));
        words.removeIf(word -> word.isEmpty() || AROUND.contains(word));
        return words;
    }

    /// Wireshark's own line `[TCP Flags: ·······AP···]`: the lowest bit is the last place.
    private static OptionalInt places(String text) {
        Matcher found = PLACES.matcher(text);
        if (!found.find()) {
            return OptionalInt.empty();
        }
        String places = new StringBuilder(found.group(1)).reverse().toString();
        return OptionalInt.of(IntStream.range(0, BITS.size())
                .filter(bit -> Character.isLetter(places.charAt(bit)))
                .map(bit -> 1 << bit)
                .sum());
    }

    /// tcpdump writes one letter a bit, and a dot for ACK.
    private static OptionalInt tcpdump(String letters) {
        return letters.matches("[FSRPU]*\\.[FSRPU]*|[FSRPU]")
                ? OptionalInt.of(letters.chars()
                        .map(letter -> 1 << TCPDUMP.indexOf(letter))
                        .reduce(0, (one, other) -> one | other))
                : OptionalInt.empty();
    }
}
