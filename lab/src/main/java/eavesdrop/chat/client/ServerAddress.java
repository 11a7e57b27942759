package eavesdrop.chat.client;

/// Where the chat server listens: a host name or address, and a TCP port.
public record ServerAddress(String host, int port) {
    /// The port must be 1 to 65535.
    public ServerAddress {
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("not a port: " + port);
        }
    }

    /// `host:port`; an IPv6 address stands in brackets (RFC 3986 section 3.2.2).
    @Override
    public String toString() {
        return host.contains(":") ? "[" + host + "]:" + port : host + ":" + port;
    }
}
