package eavesdrop.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
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
}
