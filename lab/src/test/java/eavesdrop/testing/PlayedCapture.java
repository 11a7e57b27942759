package eavesdrop.testing;

import eavesdrop.pcap.CaptureWriter;
import eavesdrop.pcap.ConnectionWriter;
import eavesdrop.pcap.Endpoint;
import eavesdrop.pcap.LinkType;
import eavesdrop.pcap.TcpFrame;
import eavesdrop.worksheet.Cast;
import eavesdrop.worksheet.Cast.Utterance;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/// A capture file of a played cast, written packet by packet, with one retransmission in it: the first
/// whisper crosses the wire twice.
public final class PlayedCapture {
    private static final Instant START = Instant.parse("2026-11-22T16:03:50Z");
    private final CaptureWriter capture;
    private final Map<String, Person> people = new LinkedHashMap<>();
    private final int firstPort;
    private final int serverIsn;
    private int told;
    private int clock;

    private static final class Person {
        final Endpoint endpoint;
        final ConnectionWriter connection;
        int next;
        int expected;

        Person(Endpoint endpoint, ConnectionWriter connection, int next, int expected) {
            this.endpoint = endpoint;
            this.connection = connection;
            this.next = next;
            this.expected = expected;
        }
    }

    private static final Endpoint SERVER = new Endpoint(InetAddress.ofLiteral("172.18.0.2"), 12345);

    private PlayedCapture(CaptureWriter capture, int said) {
        this.capture = capture;
        this.firstPort = 40_000 + 8 * Math.floorMod(said, 2500);
        this.serverIsn = said;
    }

    /// Writes the file. Bob joins first, then Alice. As in a real lab, the clients' ports and the server's sequence
    /// numbers differ from one run to another: they follow from what is said.
    public static void write(Path file, Cast cast) throws IOException {
        try (CaptureWriter capture = CaptureWriter.open(file, LinkType.ETHERNET, "made by a test")) {
            PlayedCapture played = new PlayedCapture(capture, cast.utterances().hashCode());
            played.join("bob");
            played.join("alice");
            for (Utterance utterance : cast.utterances()) {
                played.say(utterance.who(), utterance.typed());
            }
        }
    }

    private void join(String name) throws IOException {
        Endpoint client =
                new Endpoint(InetAddress.ofLiteral("172.18.0." + (3 + people.size())), firstPort + people.size());
        int isn = 0xffffff00 + people.size();
        Person person = new Person(
                client, new ConnectionWriter(capture, client, SERVER, isn, serverIsn), isn + 1, serverIsn + 1);
        people.put(name, person);
        person.connection.open(now());
        toServer(name, "HELLO " + name);
        toClient(name, "WELCOME " + name);
    }

    private void say(String who, String typed) throws IOException {
        if (typed.startsWith("/whisper ")) {
            String[] parts = typed.split(" ", 3);
            toServer(who, "TELL " + parts[1] + " " + parts[2]);
            if (told++ == 0) {
                sendAgain(who, "TELL " + parts[1] + " " + parts[2]);
            }
            toClient(parts[1], "TOLD " + who + " " + parts[2]);
            return;
        }
        toServer(who, "SAY " + typed);
        for (String name : people.keySet()) {
            if (!name.equals(who)) {
                toClient(name, "SAID " + who + " " + typed);
            }
        }
    }

    private void toServer(String name, String line) throws IOException {
        Person person = person(name);
        person.connection.clientSent(now(), bytes(line));
        person.next += bytes(line).length;
    }

    private void toClient(String name, String line) throws IOException {
        Person person = person(name);
        person.connection.serverSent(now(), bytes(line));
        person.expected += bytes(line).length;
    }

    private void sendAgain(String name, String line) throws IOException {
        Person person = person(name);
        int before = person.next - bytes(line).length;
        int bits = TcpFrame.PSH | TcpFrame.ACK;
        capture.write(
                now(), new TcpFrame(person.endpoint, SERVER, before, person.expected, bits, bytes(line)).ethernet());
    }

    private Person person(String name) {
        return Objects.requireNonNull(people.get(name), name);
    }

    private Instant now() {
        return START.plusMillis(100L * clock++);
    }

    private static byte[] bytes(String line) {
        return (line + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
