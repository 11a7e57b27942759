package eavesdrop.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import eavesdrop.testing.RequiresDocker;
import eavesdrop.testing.TestLab;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The chat and the capture are there for this host alone. Another host is played by a network namespace with a
/// cable (veth) to this one; to make it takes root and iproute2.
@RequiresDocker
class PublishedPortsDockerTest {
    private static final String HERE = "198.18.77.1";
    private static final String THERE = "198.18.77.2";

    private final String host = "other" + ProcessHandle.current().pid();
    private final String cable = "evl" + ProcessHandle.current().pid();
    private @Nullable TestLab lab;

    @BeforeEach
    void plugIn() throws Exception {
        boolean possible = "root".equals(System.getProperty("user.name"))
                && TestLab.attempt("sh", "-c", "command -v ip && command -v nc").status() == 0;
        if (!possible) {
            System.err.println("SKIPPED, to play another host takes root, iproute2 and nc: PublishedPortsDockerTest");
        }
        assumeTrue(possible, "to play another host takes root, iproute2 and nc");
        TestLab.run("ip", "netns", "add", host);
        TestLab.run("ip", "link", "add", cable, "type", "veth", "peer", "name", "eth0", "netns", host);
        TestLab.run("ip", "address", "add", HERE + "/30", "dev", cable);
        TestLab.run("ip", "link", "set", cable, "up");
        TestLab.run("ip", "-n", host, "address", "add", THERE + "/30", "dev", "eth0");
        TestLab.run("ip", "-n", host, "link", "set", "eth0", "up");
    }

    @AfterEach
    void unplug() throws Exception {
        if (lab != null) {
            lab.close();
            TestLab.run("ip", "netns", "delete", host);
        }
    }

    @Test
    void areClosedToOtherHosts() throws Exception {
        lab = TestLab.make("ports").up("chat_server");
        lab.join("dora").close();
        // The cable works: what listens for everybody is reached.
        try (ServerSocket open = new ServerSocket(0, 1, InetAddress.getByName(HERE))) {
            assertThat(reached(open.getLocalPort())).isTrue();
        }
        assertThat(reached(lab.port())).isFalse();
        assertThat(reached(lab.pcapPort())).isFalse();
    }

    private boolean reached(int port) throws Exception {
        return TestLab.attempt("ip", "netns", "exec", host, "nc", "-z", "-w", "3", HERE, "" + port)
                        .status()
                == 0;
    }
}
