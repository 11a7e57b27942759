package eavesdrop.pcap;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;

/// One end of a TCP connection: an IP address and a port (0 to 65535).
public record Endpoint(InetAddress address, int port) {
    /// `172.18.0.3:40112`, or `[fd00::3]:40112` for IPv6: as Wireshark writes it (RFC 5952).
    @Override
    public String toString() {
        return (address instanceof Inet4Address ? addressText() : "[" + addressText() + "]") + ":" + port;
    }

    /// The address alone: `172.18.0.3`, or `fd00::3`.
    public String addressText() {
        return address instanceof Inet4Address ? address.getHostAddress() : ipv6(ByteBuffer.wrap(address.getAddress()));
    }

    /// Eight groups of 16 bits in hexadecimal digits; the longest run of two or more zero groups becomes `::`.
    private static String ipv6(ByteBuffer address) {
        int[] groups = new int[8];
        for (int i = 0; i < 8; i++) {
            groups[i] = Short.toUnsignedInt(address.getShort());
        }
        int run = longestZeroRun(groups);
        int length = zeroRun(groups, run);
        boolean holdsIpv4 = run == 0 && (length == 6 || (length == 5 && groups[5] == 0xFFFF));
        if (holdsIpv4) {
            return "::" + join(groups, length, 6) + (length == 5 ? ":" : "") + ipv4(groups[6], groups[7]);
        }
        return length < 2 ? join(groups, 0, 8) : join(groups, 0, run) + "::" + join(groups, run + length, 8);
    }

    /// The last four bytes of an address that stands for an IPv4 address (RFC 5952, section 5).
    private static String ipv4(int high, int low) {
        return (high >> 8) + "." + (high & 0xFF) + "." + (low >> 8) + "." + (low & 0xFF);
    }

    /// Where the longest run of zeros begins; the first one of several.
    private static int longestZeroRun(int[] groups) {
        int longest = 0;
        for (int i = 1; i < groups.length; i++) {
            longest = zeroRun(groups, i) > zeroRun(groups, longest) ? i : longest;
        }
        return longest;
    }

    private static int zeroRun(int[] groups, int from) {
        int to = from;
        while (to < groups.length && groups[to] == 0) {
            to++;
        }
        return to - from;
    }

    private static String join(int[] groups, int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append(i > from ? ":" : "").append(Integer.toHexString(groups[i]));
        }
        return text.toString();
    }
}
