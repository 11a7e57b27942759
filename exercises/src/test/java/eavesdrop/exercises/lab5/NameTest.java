package eavesdrop.exercises.lab5;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.chat.seam.Channel;
import eavesdrop.evidence.TlsHello;
import eavesdrop.exercises.wire.Certificates;
import eavesdrop.exercises.wire.Doing;
import eavesdrop.exercises.wire.Peer;
import eavesdrop.exercises.wire.Wire;
import java.nio.file.Path;
import java.util.List;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Whether the certificate is for the server that was wanted.
@Tag("5.2")
@Timeout(60)
class NameTest {
    @TempDir
    static Path folder;

    private Certificates certificates;
    private VerifiedTransport transport;

    @BeforeEach
    void trustOneAuthority() throws Exception {
        certificates = new Certificates(folder);
        transport = new VerifiedTransport(certificates.trusting("ca"));
    }

    @Test
    @Order(1)
    void talksToTheRightServer(TestReporter tell) throws Exception {
        tell.publishEntry("The right authority. The certificate is for harbour.example, and for chat-server as well.");
        Path right = certificates.named("ca", "harbour.example", "harbour.example", Meeting.HOST);
        Meeting.mustWork(transport::toServer, Meeting.HOST, right);

        tell.publishEntry(
                "The same client connects once more, and meets Mallory, whose certificate is for mallory.example.");
        String _ = Meeting.mustBeRefused(
                transport::toServer,
                Meeting.HOST,
                certificates.signedBy("ca", "other-name", "mallory.example"),
                "Your client wanted chat-server and accepts a certificate for mallory.example, at its second connection.");
    }

    @Test
    @Order(0)
    void refusesACertificateForAnotherName(TestReporter tell) throws Exception {
        tell.publishEntry("The right authority, but the certificate is for mallory.example.");
        String _ = Meeting.mustBeRefused(
                transport::toServer,
                Meeting.HOST,
                certificates.signedBy("ca", "other-name", "mallory.example"),
                "Your client wanted chat-server and accepts a certificate for mallory.example. Everybody who has any"
                        + " certificate of the authority can be everybody. (If you have asked for the comparison:"
                        + " getSSLParameters gives a copy, which counts only after setSSLParameters.)");
    }

    @Test
    void refusesANameThatOnlyContainsTheRightOne(TestReporter tell) throws Exception {
        tell.publishEntry(
                "The right authority, but the certificate is for chat-server.mallory.example, not-the-chat-server"
                        + " and server.");
        String _ = Meeting.mustBeRefused(
                transport::toServer,
                Meeting.HOST,
                certificates.named("ca", "longer", "chat-server.mallory.example", "not-the-chat-server", "server"),
                "Your client accepts a certificate whose name only contains chat-server, or is contained in it."
                        + " Anybody can have such a name: the whole name must be the same.");
    }

    @Test
    void comparesWithTheNameThatThePersonGave(TestReporter tell) throws Exception {
        tell.publishEntry("The person wanted harbour.example. The server's certificate is for chat-server.");
        String _ = Meeting.mustBeRefused(
                transport::toServer,
                "harbour.example",
                certificates.signedBy("ca", "right", Meeting.HOST),
                "Your client wanted harbour.example and accepts a certificate for chat-server: compare with the host that"
                        + " you are given, and with no fixed name.");
    }

    @Test
    void doesNotBelieveTheNameOfTheSubject(TestReporter tell) throws Exception {
        tell.publishEntry("The certificate is for mallory.example. Its subject is called CN=chat-server.");
        String _ = Meeting.mustBeRefused(
                transport::toServer,
                Meeting.HOST,
                certificates.named("ca", Meeting.HOST, "mallory.example"),
                "Your client believes the common name (CN) of the subject, which may be any text. Host names stand in the"
                        + " subjectAltName, and nowhere else (RFC 9525, section 6.3).");
    }

    @Test
    void offersTls13AndNothingOlder(TestReporter tell) throws Exception {
        Path right = certificates.signedBy("ca", "right", Meeting.HOST);
        try (Wire wire = Wire.open()) {
            tell.publishEntry("Your client connects. Eve reads its ClientHello.");
            Doing<SSLSocket> _ = Doing.start(() -> Peer.server(wire.server(), right, "TLSv1.3"));
            Channel _ = Doing.start(() -> transport.toServer(wire.client(), Meeting.HOST))
                    .result("toServer");
            assertThat(wire.clientRecords().hello().map(TlsHello::versions).orElse(List.of()))
                    .withFailMessage("Your client offers TLS 1.2 or older beside TLS 1.3, which lab 4 had closed: allow"
                            + " VERSIONS only.")
                    .containsExactly(TlsHello.TLS_1_3);
        }
    }

    @Test
    void saysWhyItRefuses(TestReporter tell) throws Exception {
        tell.publishEntry("Mallory has signed her certificate herself. The person at the client reads why it refuses.");
        String said = Meeting.mustBeRefused(
                transport::toServer,
                Meeting.HOST,
                certificates.selfSigned("mallory", Meeting.HOST),
                "Your client accepts a certificate that nobody signed but Mallory.");
        assertThat(said)
                .as("what the person at the client reads (connect lets the SSLException through, and Refusal puts it in"
                        + " words)")
                .contains("cannot prove that it is chat-server");
    }
}
