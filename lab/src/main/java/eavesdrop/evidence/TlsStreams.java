package eavesdrop.evidence;

import eavesdrop.tcp.Stream;
import eavesdrop.tcp.StreamSink;
import eavesdrop.tcp.StreamSinks;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Finds the TLS connections of a capture, whatever port they use.
final class TlsStreams implements StreamSinks {
    private final Map<Stream, Sinks> streams = new LinkedHashMap<>();

    private record Sinks(TlsSink fromClient, TlsSink fromServer) {}

    @Override
    public StreamSink open(Stream stream, boolean fromClient) {
        Sinks sinks = streams.computeIfAbsent(stream, _ -> new Sinks(new TlsSink(), new TlsSink()));
        return fromClient ? sinks.fromClient : sinks.fromServer;
    }

    /// Those in which somebody said a hello, in the order of their first bytes.
    List<TlsConnection> connections() {
        return streams.entrySet().stream()
                .map(entry -> connection(entry.getKey(), entry.getValue()))
                .filter(connection -> connection.fromClient().hello().isPresent()
                        || connection.fromServer().hello().isPresent())
                .toList();
    }

    private static TlsConnection connection(Stream stream, Sinks sinks) {
        return new TlsConnection(
                stream.index(), stream.client(), stream.server(), sinks.fromClient.side(), sinks.fromServer.side());
    }
}
