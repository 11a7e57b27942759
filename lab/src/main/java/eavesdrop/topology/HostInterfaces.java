package eavesdrop.topology;

import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Optional;

/// The network interfaces of this host.
final class HostInterfaces {
    private HostInterfaces() {}

    /// The interface with this index, as `/sys/class/net/eth0/iflink` of a container names its other end.
    static Optional<String> byIndex(int index) {
        try {
            return NetworkInterface.networkInterfaces()
                    .filter(each -> each.getIndex() == index)
                    .map(NetworkInterface::getName)
                    .findFirst();
        } catch (SocketException unreadable) {
            return Optional.empty();
        }
    }

    static Optional<String> loopback() {
        try {
            return NetworkInterface.networkInterfaces()
                    .filter(HostInterfaces::isLoopback)
                    .map(NetworkInterface::getName)
                    .findFirst();
        } catch (SocketException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean isLoopback(NetworkInterface each) {
        try {
            return each.isLoopback();
        } catch (SocketException unreadable) {
            return false;
        }
    }
}
