package eavesdrop.topology;

import eavesdrop.LabException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/// A port of this machine's loopback on which the lab is to listen.
public final class HostPort {
    private HostPort() {}

    /// Whether a server could listen there now.
    public static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket()) {
            // Connections that have just ended do not make a port busy for a server.
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException inUse) {
            return false;
        }
    }

    /// @throws LabException (machine) when somebody listens there
    static void needFree(int port) {
        if (!isFree(port)) {
            throw LabException.machine(
                    "Port " + port + " is in use by another program.",
                    "End that program, or " + LabSettings.OTHER_PORTS + ".");
        }
    }
}
