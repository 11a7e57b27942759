package eavesdrop.chat.mallory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// A client says why it goes, and is gone before all is written to it. What the kernel keeps of
/// its words differs.
@Timeout(20)
@EnabledOnOs(OS.LINUX)
class PatientSocketTest {
    private ServerSocket listener;
    private Socket accepted;

    @BeforeEach
    void aClientSaysWhyAndIsGone() throws IOException {
        listener = PatientSocket.listener();
        listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        try (Socket client = new Socket(listener.getInetAddress(), listener.getLocalPort())) {
            accepted = listener.accept();
            client.getOutputStream().write("I do not know you".getBytes(StandardCharsets.UTF_8));
        }
    }

    @AfterEach
    void end() throws IOException {
        accepted.close();
        listener.close();
    }

    @Test
    void itsReasonIsReadInTheHandshake() throws IOException {
        writeUntilItsAnswerHasCome();
        assertThat(accepted.getInputStream().readNBytes(17)).asString().isEqualTo("I do not know you");
    }

    @Test
    void afterTheHandshakeThatIsAFailure() {
        ((PatientSocket) accepted).handshakeIsDone();
        assertThatThrownBy(this::writeUntilItsAnswerHasCome).isInstanceOf(SocketException.class);
    }

    /// The first piece is answered with RST, and only then does writing fail.
    private void writeUntilItsAnswerHasCome() throws IOException {
        OutputStream out = accepted.getOutputStream();
        for (int i = 0; i < 200; i++) {
            out.write(new byte[1000]);
        }
    }
}
