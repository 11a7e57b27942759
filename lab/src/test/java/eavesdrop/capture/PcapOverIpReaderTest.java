package eavesdrop.capture;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import eavesdrop.LabException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PcapOverIpReaderTest {
    @Test
    void saysThatTheDiskIsFull() throws Exception {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "only Linux has a file that is always full");
        try (ServerSocket lab = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                PcapOverIpReader reader = PcapOverIpReader.connect(lab.getLocalPort());
                Socket offered = lab.accept()) {
            offered.getOutputStream().write(new byte[24]);

            assertThatThrownBy(() -> reader.copyTo(full))
                    .isInstanceOf(LabException.class)
                    .hasMessageContaining("The capture ended: No space left");
        }
    }
}
