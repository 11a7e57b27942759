package eavesdrop.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.pcap.CaptureReader;
import eavesdrop.pcap.CaptureWriter;
import eavesdrop.pcap.Datagram;
import eavesdrop.pcap.Endpoint;
import eavesdrop.pcap.LinkType;
import eavesdrop.pcap.PacketDecoder;
import eavesdrop.pcap.TcpFrame;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A reassembly test as a list of steps: what came, and what must be delivered. A failure prints the steps.
///
///     new Steps().syn(99).data(100, "abc").data(100, "abcd").delivers("abc", "d");
final class Steps {
    private final List<String> steps = new ArrayList<>();
    private final List<String> heard = new ArrayList<>();
    private final boolean live;
    private final ByteArrayOutputStream capture = new ByteArrayOutputStream();
    private final CaptureWriter writer;
    private final Endpoint client;
    private final Endpoint server;

    Steps() throws IOException {
        this(false);
    }

    /// @param live whether somebody watches
    Steps(boolean live) throws IOException {
        this.live = live;
        writer = CaptureWriter.open(capture, LinkType.ETHERNET, "");
        client = new Endpoint(InetAddress.getByName("10.0.0.1"), 40_000);
        server = new Endpoint(InetAddress.getByName("10.0.0.2"), 12_345);
    }

    Steps syn(int sequence) throws IOException {
        return client(sequence, TcpFrame.SYN, "");
    }

    Steps data(int sequence, String text) throws IOException {
        return client(sequence, TcpFrame.ACK, text);
    }

    Steps client(int sequence, int bits, String text) throws IOException {
        steps.add("client " + new ControlBits(bits) + " seq " + Integer.toUnsignedString(sequence) + " '" + text + "'");
        return client(sequence, bits, text.getBytes(StandardCharsets.US_ASCII));
    }

    Steps client(int sequence, int bits, byte[] payload) throws IOException {
        writer.write(Instant.EPOCH, new TcpFrame(client, server, sequence, 0, bits, payload).ethernet());
        return this;
    }

    /// A segment of which so many last bytes were not captured.
    Steps snapped(int sequence, String captured, int missing) throws IOException {
        steps.add("client seq " + Integer.toUnsignedString(sequence) + " '" + captured + "' and " + missing
                + " not captured");
        byte[] whole = Arrays.copyOf(captured.getBytes(StandardCharsets.US_ASCII), captured.length() + missing);
        byte[] frame = new TcpFrame(client, server, sequence, 0, TcpFrame.ACK, whole).ethernet();
        writer.write(Instant.EPOCH, Arrays.copyOf(frame, frame.length - missing), frame.length);
        return this;
    }

    /// The server acknowledges all before that number.
    Steps acknowledged(int acknowledgment) throws IOException {
        steps.add("server [ACK] ack " + Integer.toUnsignedString(acknowledgment));
        writer.write(
                Instant.EPOCH, new TcpFrame(server, client, 1, acknowledgment, TcpFrame.ACK, new byte[0]).ethernet());
        return this;
    }

    /// What the client's sink must be told: texts, gaps as `[3 missing]`, what has no place as `(again abc)`, and `|`
    /// where another stream begins. The order counts; live, the capture never ends.
    void delivers(String... expected) {
        listen(this::open);
        assertThat(heard)
                .as("after these steps:\n  %s\n", String.join("\n  ", steps))
                .containsExactly(expected);
    }

    /// Lets others hear what was captured; live, the capture never ends.
    void listen(StreamSinks sinks) {
        PacketDecoder decoder = new PacketDecoder();
        Segment.Parser parser = new Segment.Parser();
        Streams streams = new Streams(sinks, live);
        ByteArrayInputStream in = new ByteArrayInputStream(capture.toByteArray());
        try (CaptureReader reader = CaptureReader.read(Channels.newChannel(in), "steps")) {
            while (reader.next()) {
                if (decoder.decode(reader.packet()) instanceof Datagram datagram
                        && parser.parse(reader.packet(), datagram) instanceof Segment segment) {
                    streams.add(segment);
                }
            }
        }
        if (!live) {
            streams.finish();
        }
    }

    private StreamSink open(Stream stream, boolean fromClient) {
        if (stream.index() > 0) {
            heard.add("|");
        }
        return new StreamSink() {
            @Override
            public void bytes(Chunk chunk) {
                heard.add(text(chunk));
            }

            @Override
            public void gap(long offset, long length) {
                heard.add("[" + length + " missing]");
            }

            @Override
            public void unplaced(Chunk chunk, int count) {
                heard.add("(again " + text(chunk).substring(0, count) + ")");
            }
        };
    }

    private static String text(Chunk chunk) {
        return new String(chunk.copyOfRange(0, chunk.length()), StandardCharsets.US_ASCII);
    }
}
