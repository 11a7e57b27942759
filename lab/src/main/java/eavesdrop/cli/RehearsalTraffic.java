package eavesdrop.cli;

import eavesdrop.chat.protocol.Limits;
import eavesdrop.pcap.CaptureWriter;
import eavesdrop.pcap.ConnectionWriter;
import eavesdrop.pcap.Endpoint;
import eavesdrop.pcap.LinkType;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/// Traffic of several kinds, so that the JVM sees the branches that any capture takes: code that it has compiled for
/// one kind only is thrown away at the first packet of another, and compiled again. The same each time.
final class RehearsalTraffic {
    private static final int CONNECTIONS = 120;
    private static final int ROUNDS = 3000;
    /// One connection in so many is a chat, one carries bytes that are no text.
    private static final int KINDS = 6;

    private static final int WEB_PORT = 8080;

    private final Random random = new Random(1);
    private final List<ConnectionWriter> connections = new ArrayList<>();

    private enum Kind {
        CHAT,
        BYTES,
        TEXT
    }

    private RehearsalTraffic() {}

    static void write(Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                CaptureWriter capture = CaptureWriter.open(out, LinkType.ETHERNET, "")) {
            new RehearsalTraffic().write(capture);
        }
    }

    private void write(CaptureWriter capture) throws IOException {
        Endpoint[] servers = {at(1, Limits.DEFAULT_PORT), at(1, WEB_PORT)};
        for (int i = 0; i < CONNECTIONS; i++) {
            Endpoint server = servers[kind(i) == Kind.CHAT ? 0 : 1];
            connections.add(new ConnectionWriter(capture, at(2 + i, 40_000), server, i, 7 * i));
            connections.getLast().open(Instant.EPOCH);
            greet(i);
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < CONNECTIONS; i++) {
                exchange(i, Instant.ofEpochMilli(10L * round));
            }
        }
    }

    private static Endpoint at(int host, int port) throws IOException {
        return new Endpoint(InetAddress.getByAddress(new byte[] {10, 0, 0, (byte) host}), port);
    }

    private static Kind kind(int connection) {
        return switch (connection % KINDS) {
            case 0 -> Kind.CHAT;
            case 1 -> Kind.BYTES;
            default -> Kind.TEXT;
        };
    }

    private void greet(int connection) throws IOException {
        if (kind(connection) == Kind.CHAT) {
            client(connection, Instant.EPOCH, utf8("HELLO client" + connection + "\n"));
            server(connection, Instant.EPOCH, utf8("WELCOME client" + connection + "\nJOINED somebody\n"));
        }
    }

    private void exchange(int connection, Instant time) throws IOException {
        switch (kind(connection)) {
            case CHAT -> chat(connection, time);
            case BYTES -> {
                client(connection, time, bytes());
                server(connection, time, random.nextInt(50) == 0 ? packed() : bytes());
            }
            case TEXT -> {
                client(connection, time, utf8("GET /" + words()));
                server(connection, time, utf8(words()));
            }
        }
    }

    /// What one says is told to another; some of it is whispered.
    private void chat(int connection, Instant time) throws IOException {
        String said = words();
        boolean whisper = random.nextInt(8) == 0;
        client(connection, time, utf8((whisper ? "TELL somebody " : "SAY ") + said));
        server(
                connection + KINDS < CONNECTIONS ? connection + KINDS : 0,
                time,
                utf8((whisper ? "TOLD client" : "SAID client") + connection + " " + said));
    }

    private void client(int connection, Instant time, byte[] bytes) throws IOException {
        connections.get(connection).clientSent(time, bytes);
    }

    private void server(int connection, Instant time, byte[] bytes) throws IOException {
        connections.get(connection).serverSent(time, bytes);
    }

    private String words() {
        StringBuilder text = new StringBuilder();
        int length = 40 + random.nextInt(100);
        while (text.length() < length) {
            text.append(Long.toString(random.nextLong() & Long.MAX_VALUE, 36)).append(' ');
        }
        return text.append('\n').toString();
    }

    private byte[] bytes() {
        byte[] bytes = new byte[40 + random.nextInt(100)];
        random.nextBytes(bytes);
        return bytes;
    }

    private byte[] packed() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(utf8(words()));
        }
        return packed.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
