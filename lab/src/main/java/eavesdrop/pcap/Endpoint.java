package eavesdrop.pcap;

import java.net.InetAddress;

/// One end of a TCP connection: an IP address and a port (0 to 65535).
public record Endpoint(InetAddress address, int port) {
    /// `172.18.0.3:40112`, or `[fd00::3]:40112` for IPv6.
    @Override
    public String toString() {
        String text = address.getHostAddress();
        return (text.indexOf(':') < 0 ? text : "[" + text + "]") + ":" + port;
    }
}
