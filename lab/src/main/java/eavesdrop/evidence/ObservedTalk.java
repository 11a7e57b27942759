package eavesdrop.evidence;

import eavesdrop.evidence.TlsConnection.Carried;
import eavesdrop.tcp.Segment;
import eavesdrop.tcp.Stream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which segments may carry what somebody said. Where a connection is TLS, most do not: hellos, certificates,
/// tickets and alerts cross it also when a client refuses the server and says no word.
///
///     client   hello     finished  [what is said]  alert
///     server     hello certificate…   tickets        [what is said]
///
/// From `finished` and `certificate` on, all of that is application data by its type (RFC 8446, section 5.1).
/// So a client says something from its second such record on, and the server after that. (A client with a
/// certificate of its own would need one record more; the chat has none.) Of a connection that is not TLS,
/// nothing is known: any segment may carry a word.
final class ObservedTalk {
    /// The two bytes of an alert, its type, and the 16 bytes of the seal; the JDK adds 16 zeros (RFC
    /// 8446, section 5.4). A short chat line may be as long. But an alert is the last thing that its
    /// side says (section 6).
    private static final Set<Integer> SEALED_ALERT = Set.of(2 + 1 + 16, 2 + 1 + 16 + 16);

    /// By the index of the stream.
    private final Map<Integer, Set<Integer>> frames = new HashMap<>();

    ObservedTalk(List<TlsConnection> connections) {
        connections.forEach(connection -> frames.put(connection.stream(), said(connection)));
    }

    boolean mayCarryWords(Segment segment, Stream stream) {
        Set<Integer> said = frames.get(stream.index());
        return said == null || said.contains(segment.frame());
    }

    private static Set<Integer> said(TlsConnection connection) {
        Set<Integer> said = new HashSet<>();
        boolean hidesHandshake = connection
                .fromServer()
                .hello()
                .filter(hello -> hello.versions().contains(TlsHello.TLS_1_3))
                .isPresent();
        List<Carried> byClient = sealed(connection.fromClient()).stream()
                .skip(hidesHandshake ? 1 : 0)
                .toList();
        byClient.forEach(carried -> said.addAll(carried.frames()));
        if (!byClient.isEmpty()) {
            int first = byClient.getFirst().frame();
            sealed(connection.fromServer()).stream()
                    .filter(carried -> carried.frame() > first)
                    .forEach(carried -> said.addAll(carried.frames()));
        }
        return said;
    }

    /// Application data by its type, without the alert that may end it.
    private static List<Carried> sealed(TlsConnection.Side side) {
        List<Carried> sealed = side.records().stream()
                .filter(carried -> carried.record().type() == TlsRecords.Type.APPLICATION_DATA)
                .toList();
        boolean endsWithAlert = !sealed.isEmpty()
                && SEALED_ALERT.contains(sealed.getLast().record().length());
        return endsWithAlert ? sealed.subList(0, sealed.size() - 1) : sealed;
    }
}
