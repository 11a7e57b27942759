package eavesdrop.exercises.lab4;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.exercises.wire.Certificates;
import eavesdrop.exercises.wire.Doing;
import eavesdrop.exercises.wire.Peer;
import eavesdrop.exercises.wire.Wire;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The key store becomes an SSLContext.
@Tag("4.1")
@Timeout(30)
class ServerContextTest {
    /// The password as a word of its own. The kit has the same name, so a path or a class name may hold it.
    private static final Pattern PASSWORD = Pattern.compile("(?<![\\w./\\\\-])eavesdrop(?![./\\\\-]?\\w)");

    @TempDir
    Path folder;

    @Test
    @Order(1)
    void showsTheCertificateOfTheKeyStore(TestReporter tell) throws Exception {
        Path keys = new Certificates(folder).selfSigned("server", "chat-server");
        tell.publishEntry("A server.p12 was made; your serverContext() reads it.");
        SSLContext context = new TlsTransport(keys).serverContext();
        try (Wire wire = Wire.open()) {
            tell.publishEntry("A server with your context and an ordinary client shake hands.");
            Doing<SSLSocket> server = Doing.start(() -> Peer.server(wire.server(), context, "TLSv1.3"));
            Doing<SSLSocket> client = Doing.start(() -> Peer.client(wire.client(), "TLSv1.3"));
            assertAgreed(server);
            assertThat(client.result("The client").getSession().getPeerCertificates()[0])
                    .as("the certificate that the client is shown")
                    .isEqualTo(Certificates.of(keys));
        }
    }

    // Without a key in the context, the server has no cipher suite to offer.
    private static void assertAgreed(Doing<SSLSocket> server) throws Exception {
        try {
            server.result("The server");
        } catch (IOException failure) {
            throw new AssertionError(
                    "With your SSLContext a server cannot shake hands: " + failure.getMessage()
                            + ". Does the context get the key managers of the key store?",
                    failure);
        }
    }

    @Test
    void saysWhichKeyStoreIsMissing(TestReporter tell) throws Exception {
        tell.publishEntry("A server starts with a folder that holds no server.p12.");
        assertThat(failure(folder).getMessage())
                .as("what the IOException says about the missing key store")
                .contains("server.p12");
    }

    @Test
    void keepsThePasswordToItself(TestReporter tell) throws Exception {
        Path keys = new Certificates(folder).selfSigned("server", "chat-server");
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        String said = "";
        try (PrintStream instead = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            System.setOut(instead);
            System.setErr(instead);
            tell.publishEntry("A server starts with a good key store, then with one that holds garbage.");
            SSLContext _ = new TlsTransport(keys).serverContext();
            Files.writeString(keys.resolve("server.p12"), "garbage");
            said = allThatIsSaid(failure(keys));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        assertThat(said)
                .withFailMessage("The IOException, or a cause of it, tells the key store's password: %s", said)
                .doesNotContainPattern(PASSWORD);
        String all = printed.toString(StandardCharsets.UTF_8);
        assertThat(all)
                .withFailMessage("The password of the key store stands in what your code prints: %s", all.strip())
                .doesNotContainPattern(PASSWORD);
    }

    /// The messages of an exception and of all its causes: a stack trace shows them all.
    private static String allThatIsSaid(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .map(Throwable::toString)
                .collect(Collectors.joining("; "));
    }

    private static Exception failure(Path keys) throws Exception {
        try {
            SSLContext _ = new TlsTransport(keys).serverContext();
        } catch (IOException | IllegalArgumentException expected) {
            return expected;
        }
        throw new AssertionError(
                "serverContext() came back although there is no usable key store: a server without a key must not start.");
    }
}
