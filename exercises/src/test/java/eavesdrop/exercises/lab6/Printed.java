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

/// What some code prints. What the chat client prints lands in a log, and whoever reads the log reads the
/// secrets in it.
final class Printed {
    /// Bytes of a secret that say which one it is. A multiple of 3, so that base64 ends there.
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
        String base64 = Base64.getEncoder().encodeToString(first);
        String base64Url = Base64.getUrlEncoder().encodeToString(first);
        return ways.stream().anyMatch(small::contains)
                || printed.contains(base64)
                || printed.contains(base64Url)
                || printed.contains(new BigInteger(1, secret).toString())
                || printed.contains(new BigInteger(secret).toString());
    }
}
