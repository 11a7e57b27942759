package eavesdrop.evidence;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
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
    A_GZIP_BOMB {
        @Override
        OutputStream open(Path file) throws IOException {
            return new GZIPOutputStream(super.open(file), 1 << 16);
        }

        @Override
        void write(Traffic traffic) throws IOException {
            for (int i = 0; i < 10_000; i++) {
                traffic.record(1 << 16, new byte[1 << 16]);
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

    OutputStream open(Path file) throws IOException {
        return new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
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

        void record(int claimed, byte[] packet) throws IOException {
            ByteBuffer header = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
            out.write(header.putLong(0).putInt(claimed).putInt(claimed).array());
            out.write(packet);
        }
    }
}
