package eavesdrop.evidence;

import eavesdrop.evidence.StreamSummary.Half;
import eavesdrop.pcap.CaptureReader;
import eavesdrop.tcp.Stream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The streams of a capture in figures.
///
/// @param streams in Wireshark's order: the place is the index
/// @param packets how many packets the capture holds, of whatever kind
/// @param limits what could not be read, in plain statements
public record StreamSummaries(List<StreamSummary> streams, int packets, List<String> limits) {
    public StreamSummaries {
        streams = List.copyOf(streams);
        limits = List.copyOf(limits);
    }

    private static final class Digests {
        @Nullable
        StreamDigest client;

        @Nullable
        StreamDigest server;
    }

    /// Reads a capture to its end.
    public static StreamSummaries of(CaptureReader reader) {
        Map<Stream, Digests> digests = new HashMap<>();
        Listening listening = Listening.toAll(reader, (stream, fromClient) -> {
            Digests both = digests.computeIfAbsent(stream, _ -> new Digests());
            StreamDigest digest = new StreamDigest();
            if (fromClient) {
                both.client = digest;
            } else {
                both.server = digest;
            }
            return digest;
        });
        List<StreamSummary> streams = listening.streams().stream()
                .map(stream -> summary(stream, digests.getOrDefault(stream, new Digests())))
                .toList();
        return new StreamSummaries(streams, listening.packets(), listening.limits());
    }

    private static StreamSummary summary(Stream stream, Digests digests) {
        return new StreamSummary(
                stream.index(),
                stream.client(),
                stream.server(),
                half(digests.client, stream.direction(true).frames()),
                half(digests.server, stream.direction(false).frames()));
    }

    private static Half half(@Nullable StreamDigest digest, int frames) {
        return digest == null ? StreamDigest.empty(frames) : digest.half(frames);
    }
}
