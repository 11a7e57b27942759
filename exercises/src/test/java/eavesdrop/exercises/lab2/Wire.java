package eavesdrop.exercises.lab2;

import eavesdrop.pcap.CaptureWriter;
import eavesdrop.pcap.ConnectionWriter;
import eavesdrop.pcap.Endpoint;
import eavesdrop.pcap.LinkType;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;

/// Makes captures for the tests, and names the people in them.
final class Wire {
    static final int PORT = 12345;
    static final Endpoint SERVER = end(2, PORT);
    static final Endpoint ALICE = end(3, 40_112);
    static final Endpoint BOB = end(4, 51_004);

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private Wire() {}

    /// What happens on the wire while a capture runs.
    interface Scene {
        void play(Recording wire) throws IOException;
    }

    /// Writes connections into one capture.
    record Recording(CaptureWriter capture) {
        /// A connection that is open; its handshake is in the capture.
        ConnectionWriter connection(Endpoint client, Endpoint server) throws IOException {
            ConnectionWriter connection = new ConnectionWriter(capture, client, server, 7_000, 90_000);
            connection.open(NOON);
            return connection;
        }

        void frame(byte[] ethernet) throws IOException {
            capture.write(NOON, ethernet);
        }
    }

    static Path capture(Path folder, Scene scene) throws IOException {
        Path file = folder.resolve("dump.pcapng");
        try (CaptureWriter writer = CaptureWriter.open(file, LinkType.ETHERNET, "Made by a test.")) {
            scene.play(new Recording(writer));
        }
        return file;
    }

    static void says(ConnectionWriter connection, String line) throws IOException {
        connection.clientSent(NOON, bytes(line));
    }

    static void serverSays(ConnectionWriter connection, String line) throws IOException {
        connection.serverSent(NOON, bytes(line));
    }

    static Segment segment(Endpoint from, Endpoint to, int sequence, String payload) {
        return new Segment(from, to, sequence, bytes(payload));
    }

    static Endpoint end(int host, int port) {
        return new Endpoint(InetAddress.ofLiteral("172.18.0." + host), port);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String text(Segment segment) {
        return new String(segment.payload(), StandardCharsets.UTF_8);
    }
}
