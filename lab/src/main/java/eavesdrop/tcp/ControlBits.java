package eavesdrop.tcp;

import java.util.ArrayList;
import java.util.List;

/// The control bits of a TCP segment (RFC 9293, section 3.1; CWR and ECE: RFC 3168).
public record ControlBits(int raw) {
    public static final int FIN = 0x01;
    public static final int SYN = 0x02;
    public static final int RST = 0x04;
    public static final int PSH = 0x08;
    public static final int ACK = 0x10;
    private static final List<String> NAMES = List.of("FIN", "SYN", "RST", "PSH", "ACK", "URG", "ECE", "CWR");

    /// Whether all these bits are set.
    public boolean has(int bits) {
        return (raw & bits) == bits;
    }

    /// The names of the bits that are set, in Wireshark's order.
    public List<String> names() {
        List<String> set = new ArrayList<>();
        for (int bit = 0; bit < NAMES.size(); bit++) {
            if ((raw & 1 << bit) != 0) {
                set.add(NAMES.get(bit));
            }
        }
        return set;
    }

    /// As Wireshark's Info column shows them: `[PSH, ACK]`.
    @Override
    public String toString() {
        return "[" + String.join(", ", names()) + "]";
    }
}
