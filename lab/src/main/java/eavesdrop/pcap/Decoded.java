package eavesdrop.pcap;

/// What a packet turned out to be below TCP.
public sealed interface Decoded permits Datagram, Decoded.Truncated, Decoded.Other {
    /// The capture does not hold enough of the packet to tell what it carries.
    enum Truncated implements Decoded {
        /// The link layer's header is cut.
        LINK_HEADER,
        /// The IP header, or one of the headers that follow it, is cut.
        IP_HEADER
    }

    /// A packet that carries no IP payload which could be read, and why.
    enum Other implements Decoded {
        /// A link type that this kit does not understand.
        UNKNOWN_LINK_TYPE,
        /// Not IP, for example ARP.
        NOT_IP,
        /// Carries packets in a form that is not taken apart here: a radio frame that is encrypted, is a fragment, or
        /// holds several packets; encrypted MACsec.
        OPAQUE,
        /// A header contradicts itself, for example an IPv4 header of less than 20 bytes.
        MALFORMED,
        /// A piece of a datagram that is not complete yet, or never will be.
        FRAGMENT
    }
}
