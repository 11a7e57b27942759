package eavesdrop.benchmark;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/// Writes a large pcap file: many TCP connections at the same time, of which some are chats. The same seed makes the
/// same file. A packet has 125 bytes on average, its record header included.
final class LargeCapture {
    /// Stands in it once, near the end.
    static final String NEEDLE = "amber-otter-42";

    private static final int CONNECTIONS = 2_000;
    private static final int RECORD_HEADER = 16;
    private static final int HEADERS = 54;
    private static final int SERVER = 0x0A000001;
    private static final int CHAT_PORT = 12345;
    private static final int SYN = 0x02;
    private static final int ACK = 0x10;
    private static final int PSH_ACK = 0x18;

    private final Random random;
    private final OutputStream out;
    private final int chatOfTen;
    private final ByteBuffer packet = ByteBuffer.allocate(2048);
    private final Connection[] connections = new Connection[CONNECTIONS];
    private int written;

    private LargeCapture(long seed, int chatOfTen, OutputStream out) {
        this.random = new Random(seed);
        this.chatOfTen = chatOfTen;
        this.out = out;
    }

    private static final class Connection {
        final int address;
        final boolean chat;
        int clientNext;
        int serverNext;

        Connection(int number, boolean chat, Random random) {
            address = 0x0A010000 + number;
            this.chat = chat;
            clientNext = random.nextInt();
            serverNext = random.nextInt();
        }

        int port() {
            return chat ? CHAT_PORT : 8080;
        }
    }

    /// @param chatOfTen how many of ten connections are chats
    static void write(Path file, long seed, int packets, int chatOfTen) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            new LargeCapture(seed, chatOfTen, out).write(packets);
        }
    }

    private void write(int packets) throws IOException {
        fileHeader();
        for (int i = 0; i < CONNECTIONS; i++) {
            connections[i] = new Connection(i, i % 10 < chatOfTen, random);
            open(connections[i], i);
        }
        while (written + 2 < packets) {
            boolean needle = written + 1000 > packets && written + 998 <= packets;
            Connection connection = connections[random.nextInt(CONNECTIONS)];
            exchange(connection, needle ? NEEDLE + " " : "");
        }
    }

    private void fileHeader() throws IOException {
        ByteBuffer header = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(0xA1B2C3D4).putShort((short) 2).putShort((short) 4);
        header.putLong(0).putInt(262_144).putInt(1);
        out.write(header.array());
    }

    private void open(Connection connection, int number) throws IOException {
        client(connection, SYN, "");
        connection.clientNext++;
        server(connection, SYN | ACK, "");
        connection.serverNext++;
        client(connection, ACK, "");
        String hello = connection.chat ? "HELLO client" + number + "\n" : "GET /" + number + " HTTP/1.1\r\n\r\n";
        client(connection, PSH_ACK, hello);
    }

    /// One says something, the other acknowledges it.
    private void exchange(Connection connection, String needle) throws IOException {
        if (random.nextBoolean()) {
            client(connection, PSH_ACK, line(connection.chat ? "SAY " : "", needle));
            server(connection, ACK, "");
        } else {
            server(connection, PSH_ACK, line(connection.chat ? "SAID somebody " : "", needle));
            client(connection, ACK, "");
        }
    }

    private String line(String verb, String needle) {
        StringBuilder text = new StringBuilder(verb).append(needle);
        int length = 60 + random.nextInt(100);
        while (text.length() < length) {
            text.append(Long.toString(random.nextLong() & Long.MAX_VALUE, 36)).append(' ');
        }
        return text.append('\n').toString();
    }

    private void client(Connection connection, int bits, String payload) throws IOException {
        byte[] bytes = payload.getBytes(StandardCharsets.US_ASCII);
        packet(connection.address, SERVER, 40_000, connection.port());
        segment(connection.clientNext, connection.serverNext, bits, bytes);
        connection.clientNext += bytes.length;
    }

    private void server(Connection connection, int bits, String payload) throws IOException {
        byte[] bytes = payload.getBytes(StandardCharsets.US_ASCII);
        packet(SERVER, connection.address, connection.port(), 40_000);
        segment(connection.serverNext, connection.clientNext, bits, bytes);
        connection.serverNext += bytes.length;
    }

    /// Record header (lengths follow later), Ethernet, IPv4 and the ports.
    private void packet(int from, int to, int fromPort, int toPort) {
        packet.clear().order(ByteOrder.LITTLE_ENDIAN);
        packet.putInt(1_764_000_000 + written / 1000)
                .putInt(written % 1000 * 1000)
                .putLong(0);
        packet.order(ByteOrder.BIG_ENDIAN);
        packet.putLong(0x0242_0A00_0001_0242L).putInt(to).putShort((short) 0x0800);
        packet.putInt(0x4500_0000).putInt(0x4000).put((byte) 64).put((byte) 6).putShort((short) 0);
        packet.putInt(from).putInt(to).putShort((short) fromPort).putShort((short) toPort);
    }

    private void segment(int sequence, int acknowledgment, int bits, byte[] payload) throws IOException {
        packet.putInt(sequence).putInt(acknowledgment);
        packet.put((byte) 0x50)
                .put((byte) bits)
                .putShort((short) 65_535)
                .putInt(0)
                .put(payload);
        int length = HEADERS + payload.length;
        packet.putShort(RECORD_HEADER + 16, (short) (length - 14));
        packet.order(ByteOrder.LITTLE_ENDIAN).putInt(8, length).putInt(12, length);
        out.write(packet.array(), 0, packet.position());
        written++;
    }
}
