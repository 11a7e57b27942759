package eavesdrop.worksheet;

import eavesdrop.evidence.Ethernet;
import eavesdrop.evidence.Evidence;
import eavesdrop.evidence.Frame;
import eavesdrop.evidence.OperatorRecord;
import eavesdrop.evidence.TlsConnection;
import eavesdrop.evidence.WireLine;
import eavesdrop.pcap.Endpoint;
import eavesdrop.tcp.ControlBits;
import eavesdrop.worksheet.Cast.Utterance;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Evidence made by hand: a lab in which people connect, a cast is played, and frames go wrong on purpose.
///
/// Every frame has Ethernet, IPv4 and TCP headers of 54 bytes together, and data is acknowledged.
final class PlayedLab implements Evidence {
    private static final int HEADERS = 54;
    private static final int ACK = ControlBits.ACK;

    /// Largest payload of a frame; a network card that segments lets larger ones through.
    private final int largest;

    private final List<Frame> frames = new ArrayList<>();
    private final List<WireLine> lines = new ArrayList<>();
    private final Map<String, Connection> people = new LinkedHashMap<>();
    private final List<OperatorRecord> log = new ArrayList<>();
    private final boolean oneMachine;
    private int connections;

    private static final class Connection {
        final Endpoint client;
        final Endpoint server;
        final int stream;
        final long[] next = {0, 0};

        Connection(Endpoint client, Endpoint server, int stream) {
            this.client = client;
            this.server = server;
            this.stream = stream;
        }
    }

    private PlayedLab(boolean oneMachine, int largest) {
        this.oneMachine = oneMachine;
        this.largest = largest;
    }

    /// Everybody has their own address, as in containers.
    static PlayedLab inContainers(String... people) {
        return new PlayedLab(false, 65_000).join(people);
    }

    /// Everybody is 127.0.0.1, as in the local topology.
    static PlayedLab onOneMachine(String... people) {
        return new PlayedLab(true, 1460).join(people);
    }

    private PlayedLab join(String... names) {
        for (String name : names) {
            int index = connections++;
            Endpoint client = new Endpoint(address(3 + index), 40_000 + 7 * index);
            Connection connection = new Connection(client, new Endpoint(address(2), 12345), index);
            people.put(name, connection);
            frame(connection, true, ControlBits.SYN, 0);
            frame(connection, false, ControlBits.SYN | ACK, 0);
            connection.next[0] = 1;
            connection.next[1] = 1;
            frame(connection, true, ACK, 0);
            toServer(name, "HELLO " + name);
            record("joined", Map.of("from", name, "address", client.toString()));
            toClient(name, "WELCOME " + name);
        }
        return this;
    }

    private void leave(String name) {
        toServer(name, "BYE");
        people.remove(name);
        record("left", Map.of("from", name, "reason", "bye"));
    }

    private void record(String event, Map<String, String> fields) {
        int line = log.size() + 1;
        log.add(new OperatorRecord(line, Instant.EPOCH.plusMillis(frames.size()), line, event, fields));
    }

    /// Somebody joins under a free name, says lines of the protocol, and leaves.
    PlayedLab visit(String name, List<String> texts) {
        join(name);
        texts.forEach(text -> say(name, text));
        leave(name);
        return this;
    }

    private InetAddress address(int last) {
        return InetAddress.ofLiteral(oneMachine ? "127.0.0.1" : "172.18.0." + last);
    }

    /// What the server of the kit does with what the cast's people type. Who is not there joins.
    PlayedLab play(Cast cast) {
        for (Utterance utterance : cast.utterances()) {
            if (!people.containsKey(utterance.who())) {
                join(utterance.who());
            }
            type(utterance.who(), utterance.typed());
        }
        return this;
    }

    private void type(String who, String typed) {
        if (typed.startsWith("/name ")) {
            leave(who);
            join(typed.substring("/name ".length()));
        } else if (typed.startsWith("/whisper ")) {
            String[] parts = typed.split(" ", 3);
            toServer(who, "TELL " + parts[1] + " " + parts[2]);
            record("told", Map.of("from", who, "to", parts[1], "text", parts[2]));
            toClient(parts[1], "TOLD " + who + " " + parts[2]);
        } else {
            say(who, typed);
        }
    }

    private void say(String who, String text) {
        toServer(who, "SAY " + text);
        record("said", Map.of("from", who, "text", text));
        people.keySet().stream()
                .filter(name -> !name.equals(who))
                .forEach(name -> toClient(name, "SAID " + who + " " + text));
    }

    PlayedLab toServer(String name, String line) {
        return send(name, true, line);
    }

    PlayedLab toClient(String name, String line) {
        return send(name, false, line);
    }

    private PlayedLab send(String name, boolean fromClient, String text) {
        Connection connection = Objects.requireNonNull(people.get(name), name);
        byte[] bytes = (text + "\n").getBytes(StandardCharsets.UTF_8);
        long before = connection.next[fromClient ? 0 : 1] - 1;
        List<Integer> carriers = new ArrayList<>();
        for (int at = 0; at < bytes.length; at += largest) {
            int length = Math.min(largest, bytes.length - at);
            int push = at + length == bytes.length ? ControlBits.PSH : 0;
            carriers.add(frame(connection, fromClient, ACK | push, length));
        }
        frame(connection, !fromClient, ACK, 0);
        lines.add(line(connection, fromClient, carriers, before, HEADERS, text));
        return this;
    }

    /// Two lines in one segment, as TCP may send them.
    PlayedLab toClientTogether(String name, String first, String second) {
        Connection connection = Objects.requireNonNull(people.get(name), name);
        int length = first.getBytes(StandardCharsets.UTF_8).length + 1;
        long before = connection.next[1] - 1;
        int total = length + second.getBytes(StandardCharsets.UTF_8).length + 1;
        List<Integer> carrier = List.of(frame(connection, false, ACK | ControlBits.PSH, total));
        lines.add(line(connection, false, carrier, before, HEADERS, first));
        lines.add(line(connection, false, carrier, before + length, HEADERS + length, second));
        return this;
    }

    /// The last line was captured without its end, as with a snap length.
    PlayedLab withoutTheEnd(String missing) {
        WireLine whole = lines.removeLast();
        String text = whole.text().substring(0, whole.text().length() - missing.length());
        lines.add(new WireLine(
                whole.stream(),
                whole.fromClient(),
                whole.from(),
                whole.to(),
                whole.time(),
                whole.frames(),
                whole.streamOffset(),
                whole.frameOffset(),
                text,
                false));
        return this;
    }

    private WireLine line(
            Connection connection, boolean fromClient, List<Integer> carriers, long before, int at, String text) {
        Endpoint from = fromClient ? connection.client : connection.server;
        Endpoint to = fromClient ? connection.server : connection.client;
        return new WireLine(connection.stream, fromClient, from, to, Instant.EPOCH, carriers, before, at, text, true);
    }

    private int frame(Connection connection, boolean fromClient, int flags, int length) {
        int way = fromClient ? 0 : 1;
        frames.add(frame(connection, fromClient, flags, connection.next[way], length, false));
        connection.next[way] += length;
        return frames.size();
    }

    private Frame frame(
            Connection connection, boolean fromClient, int flags, long sequence, int length, boolean again) {
        Endpoint from = fromClient ? connection.client : connection.server;
        Endpoint to = fromClient ? connection.server : connection.client;
        return new Frame(
                frames.size() + 1,
                connection.stream,
                Instant.EPOCH.plusMillis(frames.size()),
                from,
                to,
                new ControlBits(flags),
                1_000_000 + sequence,
                sequence,
                length,
                HEADERS,
                again);
    }

    /// Sends a frame again, as TCP does when no acknowledgment comes. Returns the new frame's number.
    int retransmit(int number) {
        Frame old = frame(number).orElseThrow();
        frames.add(new Frame(
                frames.size() + 1,
                old.stream(),
                Instant.EPOCH.plusMillis(frames.size()),
                old.from(),
                old.to(),
                old.flags(),
                old.sequence(),
                old.relativeSequence(),
                old.length(),
                old.payloadOffset(),
                true));
        return frames.size();
    }

    /// The number of the frame that first carries a line.
    int frameOf(String line) {
        return lines.stream()
                .filter(candidate -> candidate.text().equals(line))
                .findFirst()
                .orElseThrow()
                .frame();
    }

    @Override
    public List<WireLine> lines() {
        return lines;
    }

    @Override
    public Optional<Frame> frame(int number) {
        return number < 1 || number > frames.size() ? Optional.empty() : Optional.of(frames.get(number - 1));
    }

    /// Hardware addresses as an engine makes them from IP addresses.
    @Override
    public Optional<Ethernet> ethernet(int number) {
        return frame(number).map(frame -> new Ethernet(mac(frame.from()), mac(frame.to())));
    }

    private static String mac(Endpoint end) {
        return "02:42:" + HexFormat.ofDelimiter(":").formatHex(end.address().getAddress());
    }

    @Override
    public List<Frame> frames() {
        return frames;
    }

    @Override
    public List<TlsConnection> tls() {
        return List.of();
    }

    @Override
    public List<Integer> framesWith(String text) {
        return lines.stream()
                .filter(line -> line.text().contains(text))
                .map(WireLine::frame)
                .toList();
    }

    @Override
    public List<OperatorRecord> operator() {
        return log;
    }

    @Override
    public List<OperatorRecord> mallory() {
        return List.of();
    }

    @Override
    public boolean hasOperatorLog() {
        return !log.isEmpty();
    }

    @Override
    public List<String> limits() {
        return List.of();
    }
}
