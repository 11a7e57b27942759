package eavesdrop.exercises.wire;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.chat.protocol.Printable;
import eavesdrop.chat.seam.Channel;
import eavesdrop.evidence.TlsHello;
import eavesdrop.evidence.TlsRecords;
import eavesdrop.search.How;
import eavesdrop.search.Scans;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;

/// A short talk between the two ends, and what Eve has seen of it on the wire.
public final class Talk {
    /// What the client says, and what the server says: long enough to be searched for in encoded forms.
    public static final String WHISPER = "TELL bob the codeword is amber-otter-42";

    public static final String COPY = "TOLD alice the codeword is silver-heron-17";

    private Talk() {}

    /// One line each way. Both must arrive as they were sent.
    public static void hold(Channel client, Channel server) throws Exception {
        say(client, WHISPER);
        assertArrives(WHISPER, "server", server);
        say(server, COPY);
        assertArrives(COPY, "client", client);
    }

    private static void assertArrives(String line, String end, Channel channel) throws Exception {
        String read;
        try {
            read = Doing.start(() -> line(channel)).result("Reading at the " + end + "'s end");
        } catch (IOException failure) {
            throw new AssertionError(
                    "The line '" + line + "' did not arrive at the " + end + "'s end (" + failure.getMessage()
                            + "). Does each channel use the streams of its SSLSocket?",
                    failure);
        }
        assertThat(Printable.of(read))
                .as(
                        "what arrived at the %s's end. Are these other bytes than were sent, then the channel reads past"
                                + " TLS: it needs the streams of its SSLSocket",
                        end)
                .isEqualTo(line);
    }

    /// One end has ended its output. What the other one still says must arrive.
    public static void assertStillHears(Channel ended, Channel other, String line) throws Exception {
        try {
            say(other, line);
            assertThat(Doing.start(() -> line(ended)).result("Reading after endOutput()"))
                    .as("what your end still reads after endOutput()")
                    .isEqualTo(line);
        } catch (IOException closed) {
            throw new AssertionError(
                    "After endOutput() your end reads nothing any more (" + closed.getMessage()
                            + "): it has closed the connection, and should have ended its output alone.",
                    closed);
        }
    }

    public static void say(Channel channel, String line) throws IOException {
        channel.out().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        channel.out().flush();
    }

    /// The next line, without its LF; what there is when the stream ends before.
    public static String line(Channel channel) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = channel.in().read();
                next >= 0 && next != '\n';
                next = channel.in().read()) {
            line.write(next);
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    /// Eve finds TLS 1.3 on the wire, nothing else, and neither codeword.
    public static void assertSealed(Wire wire) {
        assertUnreadable(wire, "amber-otter-42");
        assertUnreadable(wire, "silver-heron-17");
        assertTls13(wire);
        assertNothingElse("client", wire.sentByClient());
        assertNothingElse("server", wire.sentByServer());
    }

    private static void assertUnreadable(Wire wire, String codeword) {
        Set<String> forms = new LinkedHashSet<>();
        Scans scans = new Scans(codeword);
        for (byte[] bytes : new byte[][] {wire.sentByClient(), wire.sentByServer()}) {
            scans.scan(bytes, bytes.length, 0, (how, _, _) -> forms.add(words(how)));
        }
        assertThat(forms)
                .withFailMessage(
                        "Eve reads the codeword %s in the %d bytes on the wire: %s. To write text in another way is no"
                                + " encryption, and an SSLSocket encrypts only what goes through its own streams.",
                        codeword, wire.bytes(), String.join(", ", forms))
                .isEmpty();
    }

    private static String words(How how) {
        return switch (how) {
            case How.Plain _ -> "as plain text";
            case How.Base64 _ -> "in base64, which everybody can read";
            case How.Hex _ -> "in hexadecimal digits";
            case How.Xor(String key) -> "under XOR with the key 0x" + key + ", which one known word gives away";
            case How.Rot(int n) -> "with each letter moved on by " + n;
            case How.Utf16 _ -> "in UTF-16";
            case How.Percent _ -> "percent-encoded";
            case How.Compressed _ -> "compressed";
        };
    }

    /// The ServerHello is on the wire, and it has chosen TLS 1.3.
    public static void assertTls13(Wire wire) {
        TlsRecords server = wire.serverRecords();
        assertThat(server.hello())
                .withFailMessage(
                        "No ServerHello is on the wire (%d bytes have crossed): the two did not agree on TLS. What an"
                                + " own invention does is no TLS, however it looks.",
                        wire.bytes())
                .isPresent();
        assertThat(server.hello().filter(TlsHello::choosesTls13))
                .withFailMessage(
                        "The ServerHello on the wire chooses another version than TLS 1.3: %s. Allow VERSIONS only,"
                                + " before the handshake.",
                        server.hello().map(Talk::version).orElse("none"))
                .isPresent();
    }

    private static String version(TlsHello hello) {
        return switch (hello.versions().getFirst()) {
            case 0x0303 -> "TLS 1.2";
            case 0x0302 -> "TLS 1.1";
            case 0x0301 -> "TLS 1.0";
            case Integer other -> "0x" + Integer.toHexString(other);
        };
    }

    /// From the first byte to the last, what one side sent is TLS records.
    public static void assertNothingElse(String side, byte[] sent) {
        TlsRecords records = TlsRecords.in(sent);
        assertThat(records.rest())
                .withFailMessage(
                        "Of the %d bytes that the %s sent, those from offset %d on are no TLS: they went past the"
                                + " SSLSocket, or there is none on this side.",
                        sent.length, side, records.rest())
                .isEqualTo(sent.length);
    }
}
