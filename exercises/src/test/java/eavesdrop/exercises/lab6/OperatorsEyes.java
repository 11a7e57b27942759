package eavesdrop.exercises.lab6;

import eavesdrop.evidence.Search;
import eavesdrop.pcap.CaptureReader;
import eavesdrop.pcap.CaptureWriter;
import eavesdrop.pcap.ConnectionWriter;
import eavesdrop.pcap.Endpoint;
import eavesdrop.pcap.LinkType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/// What the operator has seen, and a search in it that is as good as `labw find`: plain, UTF-16,
/// hexadecimal, base64, compressed, XOR, ROT. The operator knows how a letter is written, so what
/// base64 hides is searched as well.
final class OperatorsEyes {
    private final List<String> seen = new ArrayList<>();

    void see(String line) {
        seen.add(line);
    }

    List<String> seen() {
        return List.copyOf(seen);
    }

    /// Where a text stands in all that was seen.
    Search find(String text) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (CaptureWriter capture = CaptureWriter.open(file, LinkType.ETHERNET, "what the operator saw")) {
            for (int i = 0; i < seen.size(); i++) {
                write(capture, 2 * i, (seen.get(i) + "\n").getBytes(StandardCharsets.UTF_8));
                write(capture, 2 * i + 1, unpacked(seen.get(i)));
            }
        }
        try (CaptureReader reader = CaptureReader.read(
                Channels.newChannel(new ByteArrayInputStream(file.toByteArray())), "what the operator saw")) {
            return Search.of(reader, text);
        }
    }

    /// In words: how often, as what, or in how many bytes not.
    static String told(Search search) {
        if (search.count() == 0) {
            return "not found in " + search.searched().bytes() + " bytes, searched as "
                    + search.searched().forms().keySet();
        }
        return "found " + search.count() + " times: "
                + search.sightings().stream()
                        .map(sighting -> sighting.how().toString())
                        .distinct()
                        .collect(Collectors.joining(", "));
    }

    private static void write(CaptureWriter capture, int number, byte[] data) throws IOException {
        Endpoint client = new Endpoint(InetAddress.ofLiteral("127.0.0.1"), 20_000 + number);
        Endpoint server = new Endpoint(InetAddress.ofLiteral("127.0.0.1"), 12345);
        ConnectionWriter connection = new ConnectionWriter(capture, client, server, 1, 2);
        connection.open(Instant.EPOCH);
        connection.clientSent(Instant.EPOCH, data);
        connection.clientFinished(Instant.EPOCH);
    }

    /// The bytes that the words of a line stand for in base64; nothing for words that are not written so.
    private static byte[] unpacked(String line) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String word : line.split(" ")) {
            try {
                bytes.writeBytes(Base64.getUrlDecoder().decode(word));
                bytes.write('\n');
            } catch (IllegalArgumentException noBase64) {
                // A name, or a verb.
            }
        }
        return bytes.toByteArray();
    }
}
