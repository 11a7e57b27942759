package eavesdrop.exercises.lab5;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.exercises.wire.Certificates;
import java.nio.file.Path;
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
    void talksToTheRightServer(TestReporter tell) throws Exception {
        tell.publishEntry("The right authority, the right name.");
        Meeting.mustWork(transport::toServer, Meeting.HOST, certificates.signedBy("ca", "right", Meeting.HOST));
    }

    @Test
    @Order(1)
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
        tell.publishEntry("The right authority, but the certificate is for chat-server.mallory.example.");
        String _ = Meeting.mustBeRefused(
                transport::toServer,
                Meeting.HOST,
                certificates.signedBy("ca", "longer-name", "chat-server.mallory.example"),
                "Your client accepts a certificate whose name only contains chat-server. Anybody can have such a"
                        + " name.");
    }

    @Test
    void saysWhyItRefuses(TestReporter tell) throws Exception {
        tell.publishEntry("Mallory has signed her certificate herself. The person at the client reads why it refuses.");
        String said = Meeting.mustBeRefused(
                transport::toServer,
                Meeting.HOST,
                certificates.selfSigned("mallory", Meeting.HOST),
                "Your client accepts a certificate that nobody signed but Mallory.");
        assertThat(said).as("what the person at the client reads").contains("cannot prove that it is chat-server");
    }
}
