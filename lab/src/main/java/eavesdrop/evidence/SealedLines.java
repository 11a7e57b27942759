package eavesdrop.evidence;

import eavesdrop.evidence.TlsConnection.Carried;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Finds the TLS record in which a line crossed the wire, without a key: the operator's log says who said it,
/// when and how long it is, and just that is open to anybody.
///
///     wire:  … 23 len 62     23 len 76 …            log:  16:03:50.123456 told alice → bob, 38 bytes
///              16:03:50.002  16:03:50.123401
///
/// The record was there before the server wrote its log line, and it is longer than the line by what sealing adds. How
/// much that is, the first line of the connection tells, HELLO.
public final class SealedLines {
    private final List<TlsConnection> connections;
    private final List<OperatorRecord> log;

    /// @param connections of a capture
    /// @param log of the operator
    public SealedLines(List<TlsConnection> connections, List<OperatorRecord> log) {
        this.connections = connections;
        this.log = log;
    }

    /// The connection over which the person of a record came who had joined then.
    public Optional<TlsConnection> connection(OperatorRecord said) {
        return joined(said)
                .flatMap(joined -> connections.stream()
                        .filter(connection -> connection.client().toString().equals(joined.field("address")))
                        .findFirst());
    }

    /// The record that carried what a client said: what was `said` or `told`, or its HELLO when it `joined`.
    public Optional<Carried> of(OperatorRecord said) {
        OptionalInt length = lineLength(said);
        Optional<TlsConnection> connection = connection(said);
        if (length.isEmpty() || connection.isEmpty()) {
            return Optional.empty();
        }
        OperatorRecord joined = joined(said).orElseThrow();
        List<Carried> before = sealedBefore(connection.get(), said.time());
        return last(sealedBefore(connection.get(), joined.time())).flatMap(hello -> {
            int added = hello.record().length() - lineLength(joined).orElse(0);
            return last(before.stream()
                    .filter(carried -> carried.record().length() == length.getAsInt() + added)
                    .toList());
        });
    }

    private Optional<OperatorRecord> joined(OperatorRecord said) {
        return last(log.stream()
                .filter(record -> record.event().equals("joined")
                        && record.logLine() <= said.logLine()
                        && record.field("from").equals(said.field("from")))
                .toList());
    }

    /// The log counts in microseconds, a capture may count in nanoseconds.
    private static List<Carried> sealedBefore(TlsConnection connection, Instant logged) {
        return connection.fromClient().records().stream()
                .filter(carried -> carried.record().type() == TlsRecords.Type.APPLICATION_DATA
                        && !carried.time().truncatedTo(ChronoUnit.MICROS).isAfter(logged))
                .toList();
    }

    /// Bytes of the chat line with its LF.
    private static OptionalInt lineLength(OperatorRecord said) {
        String line = switch (said.event()) {
            case "joined" -> "HELLO " + said.field("from");
            case "said" -> "SAY " + said.field("text");
            case "told" -> "TELL " + said.field("to") + " " + said.field("text");
            default -> "";
        };
        return line.isEmpty() ? OptionalInt.empty() : OptionalInt.of(line.getBytes(StandardCharsets.UTF_8).length + 1);
    }

    private static <T> Optional<T> last(List<T> several) {
        return several.isEmpty() ? Optional.empty() : Optional.of(several.getLast());
    }
}
