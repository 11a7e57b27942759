package eavesdrop.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.evidence.Observation.Sees;
import eavesdrop.pcap.CaptureWriter;
import eavesdrop.pcap.ConnectionWriter;
import eavesdrop.pcap.Endpoint;
import eavesdrop.pcap.LinkType;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// That Eve knows of something said over TLS: not of a handshake, not of an alert, and of every word.
class SealedTalkTest {
    private static final Instant NOW = Instant.parse("2026-11-22T16:03:50Z");
    private static final Endpoint CLIENT = new Endpoint(InetAddress.ofLiteral("172.18.0.3"), 40112);
    private static final Endpoint SERVER = new Endpoint(InetAddress.ofLiteral("172.18.0.2"), 12345);
    private static final String RANDOM = "07".repeat(32);

    /// Each offers, or takes, TLS 1.3 (0304) in the extension supported_versions (002b).
    private static final String CLIENT_HELLO =
            handshake("01", "0303" + RANDOM + "00" + "00021301" + "0100" + "0007" + "002b0003020304");

    private static final String SERVER_HELLO =
            handshake("02", "0303" + RANDOM + "00" + "1301" + "00" + "0006" + "002b00020304");

    private static final String OLD_SERVER_HELLO = handshake("02", "0303" + RANDOM + "00" + "c02f" + "00");
    private static final int CERTIFICATE = 900;
    private static final int FINISHED = 53;
    private static final int ALERT = 19;
    private static final int PADDED_ALERT = 35;
    private static final int WORDS = 44;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @FunctionalInterface
    private interface Talk {
        void on(ConnectionWriter connection) throws IOException;
    }

    @Test
    void aClientThatRefusesInTheHandshakeSaysNothing() throws IOException {
        assertThat(look(connection -> {
                            handshake(connection);
                            connection.clientSent(NOW, sealed(ALERT));
                        })
                        .sees())
                .isEqualTo(Sees.NOTHING);
    }

    @Test
    void aClientThatLeavesAfterTheHandshakeSaysNothing() throws IOException {
        assertThat(look(connection -> {
                            handshake(connection);
                            connection.clientSent(NOW, sealed(FINISHED));
                            connection.serverSent(NOW, sealed(FINISHED)); // a session ticket
                            connection.clientSent(NOW, sealed(ALERT));
                        })
                        .sees())
                .isEqualTo(Sees.NOTHING);
    }

    /// As the JDK closes a connection, on both sides.
    @Test
    void aPaddedAlertAtTheEndIsNoWord() throws IOException {
        assertThat(look(connection -> {
                            handshake(connection);
                            connection.clientSent(NOW, sealed(FINISHED));
                            connection.serverSent(NOW, sealed(FINISHED));
                            connection.clientSent(NOW, sealed(PADDED_ALERT));
                            connection.serverSent(NOW, sealed(PADDED_ALERT));
                        })
                        .sees())
                .isEqualTo(Sees.NOTHING);
    }

    @Test
    void aShortWordThatIsAsLongAsAnAlertIsAWordWhereMoreFollows() throws IOException {
        Observation seen = look(connection -> {
            handshake(connection);
            connection.clientSent(NOW, sealed(FINISHED));
            connection.clientSent(NOW, sealed(PADDED_ALERT));
            connection.clientSent(NOW, sealed(WORDS));
            connection.clientSent(NOW, sealed(ALERT));
        });

        assertThat(seen.said().first()).extracting(Utterance::where).containsExactly("frame 12", "frame 14");
    }

    @Test
    void wordsAreSeenAsWordsAndTheHandshakeBeforeThemIsNot() throws IOException {
        Observation seen = look(connection -> {
            handshake(connection);
            connection.clientSent(NOW, sealed(FINISHED));
            connection.clientSent(NOW, sealed(WORDS));
            connection.serverSent(NOW, sealed(WORDS));
        });

        assertThat(seen.said().first()).extracting(Utterance::where).containsExactly("frame 12", "frame 14");
    }

    @Test
    void inTls12TheFirstApplicationDataIsWords() throws IOException {
        Observation seen = look(connection -> {
            connection.clientSent(NOW, bytes(CLIENT_HELLO));
            connection.serverSent(NOW, bytes(OLD_SERVER_HELLO));
            connection.clientSent(NOW, sealed(WORDS));
        });

        assertThat(seen.said().first()).extracting(Utterance::where).containsExactly("frame 8");
    }

    @Test
    void ofWhatIsNotTlsAnySegmentMayBeWords() throws IOException {
        Observation seen = look(connection -> connection.clientSent(NOW, bytes("99".repeat(30))));

        assertThat(seen.said().count()).isEqualTo(1);
    }

    private static void handshake(ConnectionWriter connection) throws IOException {
        connection.clientSent(NOW, bytes(CLIENT_HELLO));
        connection.serverSent(NOW, bytes(SERVER_HELLO));
        connection.serverSent(NOW, sealed(CERTIFICATE));
    }

    private Observation look(Talk talk) throws IOException {
        Path file = folder.resolve("eve.pcapng");
        try (CaptureWriter capture = CaptureWriter.open(file, LinkType.ETHERNET, "made by a test")) {
            ConnectionWriter connection = new ConnectionWriter(capture, CLIENT, SERVER, 7, 900);
            connection.open(NOW);
            talk.on(connection);
        }
        return new Observer.Eve(file).look(TextQuery.of("amber-otter-42"));
    }

    /// A record whose content nobody can read.
    private static byte[] sealed(int length) {
        return bytes("170303" + "%04x".formatted(length) + "9b".repeat(length));
    }

    private static String handshake(String type, String body) {
        String message = type + "%06x".formatted(body.length() / 2) + body;
        return "160303" + "%04x".formatted(message.length() / 2) + message;
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
