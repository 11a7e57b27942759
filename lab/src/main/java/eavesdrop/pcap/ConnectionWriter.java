package eavesdrop.pcap;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;

/// Writes what crossed one TCP connection into a capture, as the packets that would have carried it:
/// handshake, data with its acknowledgments, FIN or RST.
///
/// For those who know the bytes but not the packets: the tap of the local topology, and tests. Data is
/// split into segments of at most 1,460 bytes; the last one of each piece has PSH set, as an operating
/// system does that sends what one `write` gave it.
///
/// One caller at a time.
public final class ConnectionWriter {
    private static final int MAXIMUM_SEGMENT_SIZE = 1460;
    private static final byte[] NOTHING = {};

    private final CaptureWriter capture;
    private final Side client;
    private final Side server;

    /// @param clientIsn the client's initial sequence number; any value is right, they only should differ
    /// @param serverIsn the server's initial sequence number
    public ConnectionWriter(CaptureWriter capture, Endpoint client, Endpoint server, int clientIsn, int serverIsn) {
        this.capture = capture;
        this.client = new Side(client, clientIsn);
        this.server = new Side(server, serverIsn);
    }

    private static final class Side {
        final Endpoint endpoint;
        int next;
        boolean finished;

        Side(Endpoint endpoint, int initial) {
            this.endpoint = endpoint;
            this.next = initial;
        }
    }

    /// The handshake: SYN, SYN+ACK, ACK.
    public void open(Instant time) throws IOException {
        write(time, new TcpFrame(client.endpoint, server.endpoint, client.next, 0, TcpFrame.SYN, NOTHING));
        client.next++;
        send(time, server, client, TcpFrame.SYN | TcpFrame.ACK, NOTHING);
        server.next++;
        send(time, client, server, TcpFrame.ACK, NOTHING);
    }

    /// Bytes that the client sent, and the server's acknowledgment.
    public void clientSent(Instant time, byte[] data) throws IOException {
        data(time, client, server, data);
    }

    /// Bytes that the server sent, and the client's acknowledgment.
    public void serverSent(Instant time, byte[] data) throws IOException {
        data(time, server, client, data);
    }

    /// The client will send no more (FIN). The connection ends when the server has said the same.
    public void clientFinished(Instant time) throws IOException {
        finish(time, client, server);
    }

    /// The server will send no more (FIN).
    public void serverFinished(Instant time) throws IOException {
        finish(time, server, client);
    }

    /// The client broke the connection (RST).
    public void clientReset(Instant time) throws IOException {
        send(time, client, server, TcpFrame.RST | TcpFrame.ACK, NOTHING);
    }

    private void data(Instant time, Side from, Side to, byte[] data) throws IOException {
        for (int at = 0; at < data.length; at += MAXIMUM_SEGMENT_SIZE) {
            int end = Math.min(data.length, at + MAXIMUM_SEGMENT_SIZE);
            int push = end == data.length ? TcpFrame.PSH : 0;
            send(time, from, to, TcpFrame.ACK | push, Arrays.copyOfRange(data, at, end));
            from.next += end - at;
        }
        if (data.length > 0) {
            send(time, to, from, TcpFrame.ACK, NOTHING);
        }
    }

    private void finish(Instant time, Side from, Side to) throws IOException {
        if (from.finished) {
            return;
        }
        from.finished = true;
        send(time, from, to, TcpFrame.FIN | TcpFrame.ACK, NOTHING);
        from.next++;
        send(time, to, from, TcpFrame.ACK, NOTHING);
    }

    private void send(Instant time, Side from, Side to, int controlBits, byte[] payload) throws IOException {
        write(time, new TcpFrame(from.endpoint, to.endpoint, from.next, to.next, controlBits, payload));
    }

    private void write(Instant time, TcpFrame frame) throws IOException {
        capture.write(time, frame.ethernet());
    }
}
