package eavesdrop.exercises.lab5;

import static eavesdrop.exercises.wire.Certificates.Validity.startingIn;

import eavesdrop.chat.seam.Channel;
import eavesdrop.exercises.wire.Certificates;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Whom the context trusts. The name is not looked at here: that is 5.2.
@Tag("5.1")
@Timeout(60)
class ChainTest {
    private static final Duration FIVE_DAYS = Duration.ofDays(5);

    @TempDir
    static Path folder;

    private Certificates certificates;
    private VerifiedTransport transport;

    @BeforeEach
    void trustOneAuthority() throws Exception {
        certificates = new Certificates(folder);
        transport = new VerifiedTransport(certificates.trusting("ca"));
    }

    private Channel connect(Socket connected, String host) throws IOException {
        SSLSocket socket = (SSLSocket)
                transport.clientContext().getSocketFactory().createSocket(connected, host, connected.getPort(), true);
        socket.setEnabledProtocols(new String[] {"TLSv1.3"});
        socket.startHandshake();
        return Channel.of(socket);
    }

    @Test
    @Order(1)
    void trustsACertificateOfItsAuthority(TestReporter tell) throws Exception {
        tell.publishEntry("The server's certificate is signed by the authority in trust.p12.");
        Meeting.mustWork(this::connect, Meeting.HOST, certificates.signedBy("ca", "right", Meeting.HOST));
    }

    @Test
    void refusesACertificateThatMallorySignedHerself(TestReporter tell) throws Exception {
        tell.publishEntry("Mallory has signed her certificate herself. It says chat-server.");
        String _ = Meeting.mustBeRefused(
                this::connect,
                Meeting.HOST,
                certificates.selfSigned("mallory", Meeting.HOST),
                "Your client accepts a certificate that nobody signed but Mallory. Who trusts everybody talks to"
                        + " everybody.");
    }

    @Test
    void refusesACertificateOfAnotherAuthority(TestReporter tell) throws Exception {
        tell.publishEntry("The certificate has the right name, but another authority has signed it.");
        String _ = Meeting.mustBeRefused(
                this::connect,
                Meeting.HOST,
                certificates.signedBy("other", "by-other", Meeting.HOST),
                "Your client accepts a certificate of an authority that is not in trust.p12.");
    }

    @Test
    void refusesACertificateOfAnAuthorityOfTheJdk(TestReporter tell) throws Exception {
        tell.publishEntry("Another authority has signed the certificate: one that every program of this JDK trusts.");
        Map<String, String> settings = Map.of(
                "javax.net.ssl.trustStore",
                certificates.trusting("other").resolve("trust.p12").toString(),
                "javax.net.ssl.trustStorePassword",
                "eavesdrop");
        settings.forEach(System::setProperty);
        try {
            String _ = Meeting.mustBeRefused(
                    this::connect,
                    Meeting.HOST,
                    certificates.signedBy("other", "by-other", Meeting.HOST),
                    "Your client accepts what the JDK trusts, beside the authorities in trust.p12: there are more than a"
                            + " hundred, and each of them could name Mallory chat-server.");
        } finally {
            settings.keySet().forEach(System::clearProperty);
        }
    }

    @Test
    void refusesACertificateThatOnlyNamesItsAuthority(TestReporter tell) throws Exception {
        tell.publishEntry(
                "Mallory gave her own authority the name of the right one, and sends the certificate of the right"
                        + " one along, which is no secret.");
        String _ = Meeting.mustBeRefused(
                this::connect,
                Meeting.HOST,
                certificates.behind("ca", certificates.signedBy("ca/mallory", "impostor", Meeting.HOST)),
                "Your client accepts a certificate that only names the right authority. Anybody can write a name:"
                        + " what counts is the signature, which the trust manager of a TrustManagerFactory checks.");
    }

    @Test
    void trustsNobodyWithoutATrustStore(TestReporter tell) throws Exception {
        Path keys = Files.createDirectories(folder.resolve("no keys"));
        tell.publishEntry("A client starts with a folder that holds no trust.p12.");
        assertFails(new VerifiedTransport(keys));
        Files.writeString(keys.resolve("trust.p12"), "garbage");
        tell.publishEntry("And with a trust.p12 that holds garbage.");
        assertFails(new VerifiedTransport(keys));
    }

    private static void assertFails(VerifiedTransport withoutTrust) {
        try {
            SSLContext _ = withoutTrust.clientContext();
        } catch (IOException | IllegalArgumentException expected) {
            return;
        }
        throw new AssertionError(
                "clientContext() came back although there is no usable trust store: whom does this client"
                        + " trust now? Let it end with an IOException.");
    }

    @Test
    void refusesACertificateThatHasExpired(TestReporter tell) throws Exception {
        tell.publishEntry("The certificate of the right authority expired five days ago.");
        String _ = Meeting.mustBeRefused(
                this::connect,
                Meeting.HOST,
                certificates.signedBy("ca", "expired", Meeting.HOST, startingIn(Duration.ofDays(-10), FIVE_DAYS)),
                "Your client accepts a certificate that has expired.");
    }

    @Test
    void refusesACertificateThatIsNotValidYet(TestReporter tell) throws Exception {
        tell.publishEntry("The certificate of the right authority begins to be valid in five days.");
        String _ = Meeting.mustBeRefused(
                this::connect,
                Meeting.HOST,
                certificates.signedBy("ca", "early", Meeting.HOST, startingIn(FIVE_DAYS, FIVE_DAYS)),
                "Your client accepts a certificate that is not valid yet.");
    }
}
