package eavesdrop.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.testing.Tshark;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A tunnel ends where the length in its header says, whatever follows; in UDP, what is no length is not looked
/// into.
class TunnelLengthsTest {
    private static final int VXLAN = 4789;
    private static final String HEADER = "0800000000000100" + WrappedTraffic.MAC + "0800";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    /// @param less how many bytes the header says less than there are
    @ParameterizedTest
    @ValueSource(ints = {-1, 4, 25, 30})
    void wiresharkSeesTheSameWhereTheLengthIsWrong(int less) throws IOException {
        Tshark.required();

        agrees(payload -> WrappedTraffic.ipv4(17, udp(payload, payload.length + 8 - less)));
        agrees(payload -> WrappedTraffic.ipv6(0x86DD, 17, udp(payload, payload.length + 8 - less)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 15})
    void wiresharkSeesTheSameWhereItIsNoLength(int length) throws IOException {
        Tshark.required();

        agrees(payload -> WrappedTraffic.ipv4(17, udp(payload, length)));
        agrees(payload -> WrappedTraffic.ipv6(0x86DD, 17, udp(payload, length)));
    }

    /// @param less how many bytes the header of PPPoE (RFC 2516 section 4) says less than there are
    @ParameterizedTest
    @ValueSource(ints = {-4, 0, 4, 25})
    void wiresharkSeesTheSameInPppoe(int less) throws IOException {
        Tshark.required();

        agrees(pppoe(less, false));
        agrees(pppoe(less, true));
    }

    /// Behind the header of PPPoE stands the protocol: no address and no control byte, as PPP has them on a line.
    @Test
    void wiresharkSeesTheSameInPppoeWithAnAddress() throws IOException {
        Tshark.required();

        agrees(new WrappedTraffic.Carrier(
                "PPPoE",
                1,
                packet -> WrappedTraffic.join(
                        WrappedTraffic.MAC + "8864" + "11000001" + WrappedTraffic.length(4 + packet.length)
                                + "ff030021",
                        "",
                        packet)));
    }

    private void agrees(WrappedTraffic.Carrier carrier) throws IOException {
        Path file = folder.resolve("carrier.pcap");
        WrappedTraffic.write(file, carrier);
        Comparison comparison = new Comparison();
        comparison.compare(carrier.name(), file);
        assertThat(comparison.differences).isEmpty();
    }

    private static WrappedTraffic.Carrier pppoe(int less, boolean offloaded) {
        return new WrappedTraffic.Carrier("PPPoE", 1, packet -> {
            byte[] inner = packet.clone();
            if (offloaded) {
                inner[2] = 0;
                inner[3] = 0;
            }
            String length = WrappedTraffic.length(2 + inner.length - less);
            return WrappedTraffic.join(WrappedTraffic.MAC + "8864" + "11000001" + length + "0021", "", inner);
        });
    }

    /// Without Wireshark: IPv6 alone has datagrams whose length is 0, which are as long as the packet (RFC 2675).
    @Test
    void aLengthOf0IsOneInIpv6Only() throws IOException {
        assertThat(streams(payload -> WrappedTraffic.ipv4(17, udp(payload, 0)))).isZero();
        assertThat(streams(payload -> WrappedTraffic.ipv6(0x86DD, 17, udp(payload, 0))))
                .isOne();
    }

    private interface Wrap {
        byte[] around(byte[] payload);
    }

    private void agrees(Wrap wrap) throws IOException {
        Comparison comparison = new Comparison();
        comparison.compare("tunnel", write(wrap));
        assertThat(comparison.differences).isEmpty();
    }

    private int streams(Wrap wrap) throws IOException {
        return StreamBytes.of(write(wrap)).streams().size();
    }

    private Path write(Wrap wrap) throws IOException {
        Path file = folder.resolve("tunnel.pcap");
        WrappedTraffic.write(
                file,
                new WrappedTraffic.Carrier("VXLAN", 1, packet -> wrap.around(WrappedTraffic.join(HEADER, "", packet))));
        return file;
    }

    private static byte[] udp(byte[] payload, int length) {
        String header = "c350" + WrappedTraffic.length(VXLAN) + WrappedTraffic.length(length & 0xFFFF) + "0000";
        return WrappedTraffic.join(header, "", payload);
    }
}
