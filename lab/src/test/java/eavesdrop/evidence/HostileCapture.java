package eavesdrop.evidence;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/// Captures that want to make a reader work, wait, or fill its memory.
public enum HostileCapture {
    A_PACKET_OF_4_GB {
        @Override
        void write(Traffic traffic) throws IOException {
            traffic.segment(1, 80, 1, 0x02, "");
            traffic.record(-1, new byte[100]);
        }
    },
    A_MILLION_SEGMENTS_OF_ONE_BYTE_OUT_OF_ORDER {
        @Override
        void write(Traffic traffic) throws IOException {
            List<Integer> order = IntStream.range(0, 1_000_000).boxed().collect(Collectors.toList());
            Collections.shuffle(order, new Random(1));
            traffic.segment(1, 80, 0, 0x02, "");
            for (int place : order) {
                traffic.segment(1, 80, 1 + place, 0x10, "x");
            }
        }
    },
    A_STREAM_WITH_A_HOLE_OF_3_GB {
        @Override
        void write(Traffic traffic) throws IOException {
            traffic.segment(1, 80, 0, 0x02, "");
            for (int i = 0; i < 4; i++) {
                traffic.segment(1, 80, 1 + i * 1_000_000_000, 0x10, "SAY here\n");
            }
        }
    },
    A_MILLION_HALF_OPEN_STREAMS {
        @Override
        void write(Traffic traffic) throws IOException {
            for (int i = 0; i < 1_000_000; i++) {
                traffic.segment(i / 1000, 1000 + i % 1000, i, 0x02, "");
            }
        }
    },
    A_MILLION_STREAMS_OF_ONE_LINE {
        @Override
        void write(Traffic traffic) throws IOException {
            for (int i = 0; i < 1_000_000; i++) {
                traffic.segment(i / 1000, 1000 + i % 1000, i, 0x18, "HELLO bob\n");
            }
        }
    },
    A_GZIP_BOMB(true) {
        @Override
        void write(Traffic traffic) throws IOException {
            for (int i = 0; i < 10_000; i++) {
                traffic.record(1 << 16, new byte[1 << 16]);
            }
        }
    },
    FRAGMENTS_THAT_NEVER_BECOME_WHOLE {
        @Override
        void write(Traffic traffic) throws IOException {
            traffic.segment(1, 80, 0, 0x02, "");
            for (int i = 0; i < 500_000; i++) {
                // The last piece comes first, and is often enough for the length; the first never comes.
                traffic.fragment(i / 8_000, 8 * (8_190 - i % 8_000), i % 8_000 == 0 ? 0 : 0x2000);
            }
        }
    },
    BOMBS_WITHIN_A_STREAM {
        @Override
        void write(Traffic traffic) throws IOException {
            byte[] bomb = bomb(63 << 20);
            traffic.segment(1, 80, 0, 0x02, "");
            int sequence = 1;
            for (int i = 0; i < 50; i++) {
                for (int from = 0; from < bomb.length; from += 1400) {
                    byte[] piece = Arrays.copyOfRange(bomb, from, Math.min(bomb.length, from + 1400));
                    traffic.segment(1, 80, sequence, 0x18, new String(piece, StandardCharsets.ISO_8859_1));
                    sequence += piece.length;
                }
            }
        }
    },
    STREAMS_OF_EMPTY_LINES {
        @Override
        void write(Traffic traffic) throws IOException {
            String lines = "\n".repeat(16_000);
            for (int i = 0; i < 1_500; i++) {
                traffic.segment(i, 80, 1, 0x18, lines);
            }
        }
    },
    LINES_THAT_DO_NOT_END(true) {
        @Override
        void write(Traffic traffic) throws IOException {
            String text = "HELLO bob\nSAY " + "x".repeat(7_000);
            for (int i = 0; i < 60_000; i++) {
                traffic.segment(i, 80, 1, 0x18, text);
            }
        }
    },
    A_LINE_OF_A_QUARTER_OF_A_GB(true) {
        @Override
        void write(Traffic traffic) throws IOException {
            String text = "x".repeat(60_000);
            for (int i = 0; i < 4_300; i++) {
                traffic.segment(1, 80, 1 + i * text.length(), 0x18, text);
            }
        }
    },
    MILLIONS_OF_INTERFACES(true) {
        @Override
        void begin(Traffic traffic) {}

        @Override
        void write(Traffic traffic) throws IOException {
            ByteBuffer section = ByteBuffer.allocate(28).order(ByteOrder.LITTLE_ENDIAN);
            section.putInt(0x0A0D0D0A).putInt(28).putInt(0x1A2B3C4D).putInt(1).putLong(-1);
            traffic.out.write(section.putInt(28).array());
            ByteBuffer description = ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN);
            description.putInt(1).putInt(20).putInt(1).putInt(0).putInt(20);
            for (int i = 0; i < 13_000_000; i++) {
                traffic.out.write(description.array());
            }
        }
    },
    A_BLOCK_OF_LENGTH_0 {
        @Override
        void write(Traffic traffic) throws IOException {
            ByteBuffer blocks = ByteBuffer.allocate(100).order(ByteOrder.LITTLE_ENDIAN);
            blocks.putInt(0x0A0D0D0A)
                    .putInt(28)
                    .putInt(0x1A2B3C4D)
                    .putInt(1)
                    .putLong(-1)
                    .putInt(28);
            blocks.putInt(6).putInt(0);
            traffic.out.write(blocks.array());
        }

        @Override
        void begin(Traffic traffic) {}
    };

    /// gzip of so many zero bytes.
    private static byte[] bomb(int bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(new byte[bytes]);
        }
        return packed.toByteArray();
    }

    private final boolean packed;

    HostileCapture() {
        this(false);
    }

    /// @param packed whether the file is packed with gzip
    HostileCapture(boolean packed) {
        this.packed = packed;
    }

    private OutputStream open(Path file) throws IOException {
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        return packed ? new GZIPOutputStream(out, 1 << 16) : out;
    }

    abstract void write(Traffic traffic) throws IOException;

    void begin(Traffic traffic) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(0xA1B2C3D4).putShort((short) 2).putShort((short) 4).putLong(0);
        traffic.out.write(header.putInt(262_144).putInt(101).array());
    }

    public void write(Path file) throws IOException {
        try (OutputStream out = open(file)) {
            Traffic traffic = new Traffic(out);
            begin(traffic);
            write(traffic);
        }
    }

    /// Writes raw IP packets to one server.
    record Traffic(OutputStream out) {
        void segment(int client, int port, int sequence, int bits, String text) throws IOException {
            ByteBuffer packet = ByteBuffer.allocate(40 + text.length());
            packet.putShort((short) 0x4500).putShort((short) packet.capacity()).putInt(0x4000);
            packet.putInt(0x4006_0000).putInt(0x0B00_0000 + client).putInt(0x0A00_0001);
            packet.putShort((short) port)
                    .putShort((short) 12_345)
                    .putInt(sequence)
                    .putInt(0);
            packet.put((byte) 0x50).put((byte) bits).putShort((short) -1).putInt(0);
            for (int i = 0; i < text.length(); i++) {
                packet.put((byte) text.charAt(i));
            }
            record(packet.capacity(), packet.array());
        }

        /// @param more 0x2000 where more fragments follow, or 0
        void fragment(int identification, int offset, int more) throws IOException {
            ByteBuffer packet = ByteBuffer.allocate(28);
            packet.putShort((short) 0x4500).putShort((short) 28).putShort((short) identification);
            packet.putShort((short) (more | offset / 8)).putInt(0x4006_0000);
            packet.putInt(0x0B00_0000).putInt(0x0A00_0001).putLong(0);
            record(packet.capacity(), packet.array());
        }

        void record(int claimed, byte[] packet) throws IOException {
            ByteBuffer header = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
            out.write(header.putLong(0).putInt(claimed).putInt(claimed).array());
            out.write(packet);
        }
    }
}
