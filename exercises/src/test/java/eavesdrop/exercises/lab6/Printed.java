package eavesdrop.exercises.lab6;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What some code prints. What the chat client prints lands in a log, and whoever reads the log reads the
/// secrets in it.
final class Printed {
    /// Bytes of a secret that say which one it is.
    private static final int ENOUGH = 12;

    private Printed() {}

    /// Code that may throw.
    interface Code {
        void run() throws Exception;
    }

    /// Runs the code and gives back what it has printed, on both streams.
    static String by(Code code) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream caught = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        PrintStream out = System.out;
        PrintStream err = System.err;
        System.setOut(caught);
        System.setErr(caught);
        try {
            code.run();
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /// What stands there in hexadecimal digits or in base64 and has 32 bytes or more.
    ///
    /// @param known lines whose words may be printed, also in hexadecimal digits
    static List<String> longNumbers(String printed, List<String> known) {
        String left = printed;
        for (String line : known) {
            String word = line.substring(line.lastIndexOf(' ') + 1);
            String digits = digits(word);
            left = left.replace(word, "").replace(digits, "").replace(digits.toUpperCase(Locale.ROOT), "");
        }
        return Pattern.compile("[0-9a-fA-F]{64,}|[A-Za-z0-9+/_-]{43,}")
                .matcher(left)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    /// What a word in base64 stands for, in hexadecimal digits; another word as it is.
    private static String digits(String word) {
        try {
            return HexFormat.of().formatHex(Base64.getUrlDecoder().decode(word));
        } catch (IllegalArgumentException noBase64) {
            return word;
        }
    }

    /// The letters of base64 that stand for these bytes alone, when so many others precede them.
    private static String base64(Base64.Encoder encoder, int before, byte[] bytes) {
        byte[] all = new byte[before + bytes.length];
        System.arraycopy(bytes, 0, all, before, bytes.length);
        return encoder.encodeToString(all).substring((before * 8 + 5) / 6, all.length * 8 / 6);
    }

    /// Whether the bytes of a secret, or the first of them, stand there in one of the usual ways to print
    /// bytes.
    static boolean holds(String printed, byte[] secret) {
        String small = printed.toLowerCase(Locale.ROOT);
        byte[] first = Arrays.copyOf(secret, ENOUGH);
        String listed = Arrays.toString(first);
        List<String> ways = List.of(
                HexFormat.of().formatHex(first),
                HexFormat.ofDelimiter(":").formatHex(first),
                HexFormat.ofDelimiter(" ").formatHex(first),
                listed.substring(1, listed.length() - 1));
        return ways.stream().anyMatch(small::contains)
                || Stream.of(Base64.getEncoder(), Base64.getUrlEncoder())
                        .anyMatch(encoder -> IntStream.range(0, 3)
                                .anyMatch(before -> printed.contains(base64(encoder, before, first))))
                || printed.contains(new BigInteger(1, secret).toString())
                || printed.contains(new BigInteger(secret).toString());
    }
}
