package eavesdrop.topology;

import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Optional;

/// The network interfaces of this host.
final class HostInterfaces {
    private HostInterfaces() {}

    /// The interface with this index, as `/sys/class/net/eth0/iflink` of a container names its other end.
    static Optional<HostInterface> byIndex(int index) {
        try {
            return NetworkInterface.networkInterfaces()
                    .filter(each -> each.getIndex() == index)
                    .map(HostInterfaces::named)
                    .findFirst();
        } catch (SocketException unreadable) {
            return Optional.empty();
        }
    }

    static Optional<HostInterface> loopback() {
        try {
            return NetworkInterface.networkInterfaces()
                    .filter(HostInterfaces::isLoopback)
                    .map(HostInterfaces::named)
                    .findFirst();
        } catch (SocketException unreadable) {
            return Optional.empty();
        }
    }

    private static HostInterface named(NetworkInterface each) {
        return new HostInterface(each.getName(), each.getIndex());
    }

    private static boolean isLoopback(NetworkInterface each) {
        try {
            return each.isLoopback();
        } catch (SocketException unreadable) {
            return false;
        }
    }
}
