package eavesdrop.evidence;

import eavesdrop.pcap.Endpoint;
import java.nio.ByteBuffer;
import java.util.Arrays;

/// IP packets from one end to the other whose headers say what the caller wants, right or wrong.
record RawPackets(Endpoint from, Endpoint to) {
    static final int TCP = 6;

    byte[] ipv4(int fragmentField, byte[] payload) {
        return ipv4(TCP, fragmentField, 20 + payload.length, payload);
    }

    /// @param fragmentField flags and fragment offset as in the header
    /// @param total the total length that the header claims
    byte[] ipv4(int protocol, int fragmentField, int total, byte[] payload) {
        ByteBuffer packet = ByteBuffer.allocate(20 + payload.length);
        packet.putShort((short) 0x4500).putShort((short) total).putShort((short) 7);
        packet.putShort((short) fragmentField)
                .put((byte) 64)
                .put((byte) protocol)
                .putShort((short) 0);
        packet.put(from.address().getAddress()).put(to.address().getAddress());
        return packet.put(payload).array();
    }

    /// @param options a multiple of four bytes
    byte[] ipv4(byte[] options, byte[] payload) {
        byte[] packet = ipv4(TCP, 0, 20 + options.length + payload.length, join(options, payload));
        packet[0] = (byte) (0x45 + options.length / 4);
        return packet;
    }

    byte[] ipv6(int next, byte[] payload) {
        ByteBuffer packet = ByteBuffer.allocate(40 + payload.length);
        packet.putInt(0x60000000)
                .putShort((short) payload.length)
                .put((byte) next)
                .put((byte) 64);
        packet.put(from.address().getAddress()).put(to.address().getAddress());
        return packet.put(payload).array();
    }

    static byte[] join(byte[] front, byte[] back) {
        byte[] all = Arrays.copyOf(front, front.length + back.length);
        System.arraycopy(back, 0, all, front.length, back.length);
        return all;
    }
}
