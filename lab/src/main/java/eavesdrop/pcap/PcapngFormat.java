package eavesdrop.pcap;

import java.util.ArrayList;
import java.util.List;

/// The format of today's Wireshark, "pcapng" (draft-ietf-opsawg-pcapng): blocks, each with its type and length.
///
///     block:  type | total length | body …  | total length
///
/// A section header starts a section and fixes the byte order; interface descriptions follow; packets name
/// their interface. Every other block (names, statistics, secrets, what others invented) is passed over.
final class PcapngFormat implements CaptureFormat {
    /// A section header without options: it is the first thing in a file.
    static final int SHORTEST_SECTION_HEADER = 28;

    private static final long LONGEST_BLOCK = 64L << 20;
    /// No machine has as many.
    private static final int MOST_INTERFACES = 100_000;

    private final List<PcapngInterface> interfaces = new ArrayList<>();
    private FileOrder order = FileOrder.LITTLE_ENDIAN;
    private String comment = "";
    private String damage = "";

    @Override
    public boolean next(Window window, Packet packet) {
        while (damage.isEmpty() && window.has(CaptureMarks.SHORTEST_BLOCK)) {
            boolean section = order.integer(window.bytes(), window.at()) == CaptureMarks.SECTION_HEADER;
            if (section && !readByteOrder(window.bytes(), window.at())) {
                return false;
            }
            long total = order.unsignedInteger(window.bytes(), window.at() + 4);
            if (total < CaptureMarks.SHORTEST_BLOCK || total > LONGEST_BLOCK) {
                damage = "a block claims to have " + total + " bytes";
                return false;
            }
            int padded = (int) ((total + 3) & ~3L);
            if (!window.has(padded)) {
                return false;
            }
            PcapngBlock block = new PcapngBlock(window.bytes(), window.at(), (int) total, order);
            if (!block.endsAsItBegins()) {
                damage = "the two lengths of a block differ";
                return false;
            }
            boolean found = read(block, packet);
            if (!damage.isEmpty()) {
                return false;
            }
            window.skip(padded);
            if (found) {
                return true;
            }
        }
        return false;
    }

    /// Whether the file begins with a section header that can be used; `damage()` says what is wrong.
    boolean startsWell(Window window) {
        long total =
                readByteOrder(window.bytes(), window.at()) ? order.unsignedInteger(window.bytes(), window.at() + 4) : 0;
        if (total >= SHORTEST_SECTION_HEADER && total <= LONGEST_BLOCK) {
            startSection(new PcapngBlock(window.bytes(), window.at(), SHORTEST_SECTION_HEADER, order));
        } else if (damage.isEmpty()) {
            damage = "its first block claims to have " + total + " bytes";
        }
        return damage.isEmpty();
    }

    String damage() {
        return damage;
    }

    /// The byte order of a section stands behind its type and length: the type reads the same both ways.
    private boolean readByteOrder(byte[] bytes, int at) {
        for (FileOrder possible : FileOrder.values()) {
            if (possible.integer(bytes, at + 8) == CaptureMarks.BYTE_ORDER_MAGIC) {
                order = possible;
                return true;
            }
        }
        damage = "a section header has no byte order mark";
        return false;
    }

    /// Reads one block; true when it was a packet, which the view then shows.
    private boolean read(PcapngBlock block, Packet packet) {
        return switch (block.type()) {
            case CaptureMarks.SECTION_HEADER -> startSection(block);
            case CaptureMarks.INTERFACE_DESCRIPTION -> addInterface(block);
            case CaptureMarks.ENHANCED_PACKET -> enhancedPacket(block, packet);
            case CaptureMarks.SIMPLE_PACKET -> simplePacket(block, packet);
            case CaptureMarks.PACKET -> oldPacket(block, packet);
            default -> passOver(block, packet);
        };
    }

    /// Some blocks without a packet have a number among the frames in Wireshark.
    private static boolean passOver(PcapngBlock block, Packet packet) {
        if (CaptureMarks.isNumbered(block.type())) {
            packet.passOverNumber();
        }
        return false;
    }

    private boolean startSection(PcapngBlock block) {
        if (block.bodyLength() < 16) {
            damage = "a section header is too short";
        } else if (block.unsignedShort(4) != 1) {
            damage = "it is pcapng of version " + block.unsignedShort(4) + ", which nobody has defined yet";
        } else {
            interfaces.clear();
            comment = block.textOption(16, CaptureMarks.OPTION_COMMENT);
        }
        return false;
    }

    private boolean addInterface(PcapngBlock block) {
        if (block.bodyLength() < 8) {
            damage = "an interface description is too short";
        } else if (interfaces.size() == MOST_INTERFACES) {
            damage = "a section describes more than " + MOST_INTERFACES + " interfaces";
        } else {
            interfaces.add(PcapngInterface.of(block));
        }
        return false;
    }

    private boolean enhancedPacket(PcapngBlock block, Packet packet) {
        return packet(block, packet, block.bodyLength() < 20 ? -1 : block.unsignedInt(0));
    }

    /// The obsolete Packet Block differs from the enhanced one in its first four bytes alone.
    private boolean oldPacket(PcapngBlock block, Packet packet) {
        return packet(block, packet, block.bodyLength() < 20 ? -1 : block.unsignedShort(0));
    }

    private boolean packet(PcapngBlock block, Packet packet, long interfaceNumber) {
        if (interfaceNumber < 0 || block.unsignedInt(12) > block.bodyLength() - 20) {
            damage = "a packet does not fit into its block";
            return false;
        }
        if (interfaceNumber >= interfaces.size()) {
            damage = "a packet belongs to interface " + interfaceNumber + ", which the file does not describe";
            return false;
        }
        PcapngInterface captor = interfaces.get((int) interfaceNumber);
        long ticks = block.unsignedInt(4) << 32 | block.unsignedInt(8);
        packet.moveTo(
                block.bytes(),
                block.body() + 20,
                (int) block.unsignedInt(12),
                block.unsignedInt(16),
                captor.linkType(),
                captor.linkTypeCode(),
                captor.nanos(ticks));
        return true;
    }

    /// A Simple Packet Block belongs to the first interface, has no time, and its captured length follows
    /// from the snap length.
    private boolean simplePacket(PcapngBlock block, Packet packet) {
        if (interfaces.isEmpty() || block.bodyLength() < 4) {
            damage = "a simple packet belongs to no interface";
            return false;
        }
        PcapngInterface captor = interfaces.getFirst();
        long original = block.unsignedInt(0);
        long captured = Math.min(Math.min(original, captor.snapLength()), block.bodyLength() - 4);
        packet.moveTo(
                block.bytes(), block.body() + 4, (int) captured, original, captor.linkType(), captor.linkTypeCode(), 0);
        return true;
    }

    @Override
    public Ending ending(Window window) {
        if (!damage.isEmpty()) {
            return new Ending.Damaged(window.position(), damage);
        }
        return window.available() == 0 ? new Ending.Complete() : new Ending.Cut(window.position());
    }

    @Override
    public String comment() {
        return comment;
    }
}
