package eavesdrop.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.Test;

class HostPortTest {
    @Test
    void isNotFreeWhileSomebodyListens() throws IOException {
        ServerSocket other = new ServerSocket();
        try (other) {
            other.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));

            assertThat(HostPort.isFree(other.getLocalPort())).isFalse();
            assertThatThrownBy(() -> HostPort.needFree(other.getLocalPort()))
                    .hasMessageContaining("Port " + other.getLocalPort() + " is in use");
        }
        HostPort.needFree(other.getLocalPort());
    }

    /// The end that closes first remembers the connection for a while, and holds its port against whoever does not ask
    /// to take it over.
    @Test
    void isFreeAgainRightAfterItsConnectionsHaveEnded() throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        int port;
        try (ServerSocket server = new ServerSocket(0, 1, loopback);
                Socket client = new Socket(loopback, server.getLocalPort())) {
            port = server.getLocalPort();
            server.accept().close();
            assertThat(client.getInputStream().read()).isEqualTo(-1);
        }

        assertThat(HostPort.isFree(port)).isTrue();
    }
}
