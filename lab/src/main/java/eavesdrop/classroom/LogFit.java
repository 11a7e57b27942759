package eavesdrop.classroom;

import eavesdrop.evidence.OperatorRecord;
import eavesdrop.evidence.SealedLines;
import eavesdrop.evidence.TlsConnection;
import eavesdrop.evidence.TlsConnection.Carried;
import eavesdrop.evidence.WireLine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Do a capture and an operator's log tell of the same conversation?
///
/// What the log says was said or told must have reached the server on the wire, at that time; and what the server
/// passed on must stand in the log. Both are written on the same machine by the same clock, so seconds between
/// them are already odd.
///
/// @param common log lines that the capture holds at their time
/// @param amiss what does not fit, in sentences
record LogFit(int common, List<String> amiss) {
    /// More than a machine that is short of breath takes between the wire and the log.
    static final Duration TOLERANCE = Duration.ofSeconds(5);

    /// A capture of a chat over TLS shows of each log entry a record of its sender, of its time and its length.
    ///
    /// @param lines of the capture
    /// @param tls its TLS connections
    static LogFit of(List<WireLine> lines, List<TlsConnection> tls, List<OperatorRecord> log) {
        SealedLines sealed = new SealedLines(tls, log);
        Set<Carried> used = new HashSet<>();
        Map<String, Times> reached = requests(lines);
        int common = 0;
        List<OperatorRecord> absent = new ArrayList<>();
        List<OperatorRecord> elsewhen = new ArrayList<>();
        for (OperatorRecord entry : log) {
            Optional<String> request = request(entry);
            if (request.isEmpty()) {
                continue;
            }
            Times times = reached.computeIfAbsent(request.get(), _ -> new Times());
            if (times.takeNear(entry.time()) || isSealed(sealed, entry, used)) {
                common++;
            } else {
                (times.isEmpty() ? absent : elsewhen).add(entry);
            }
        }
        List<String> amiss = new ArrayList<>();
        add(amiss, absent, "says something that is not in the capture");
        add(amiss, elsewhen, "has another time than the same words in the capture");
        unlogged(lines, log).ifPresent(amiss::add);
        return new LogFit(common, List.copyOf(amiss));
    }

    /// Each record counts once.
    private static boolean isSealed(SealedLines sealed, OperatorRecord entry, Set<Carried> used) {
        return sealed.of(entry)
                .filter(carried -> isNear(carried.time(), entry.time()))
                .filter(used::add)
                .isPresent();
    }

    /// Whether two times may be those of one thing.
    static boolean isNear(Instant one, Instant other) {
        return Duration.between(one, other).abs().compareTo(TOLERANCE) <= 0;
    }

    boolean fits() {
        return amiss.isEmpty();
    }

    private static void add(List<String> amiss, List<OperatorRecord> entries, String what) {
        if (!entries.isEmpty()) {
            OperatorRecord first = entries.getFirst();
            String many = entries.size() == 1 ? "" : " (and " + (entries.size() - 1) + " more lines)";
            amiss.add("Line " + first.logLine() + " of the operator's log" + many + " " + what + ": "
                    + Shown.of(first.field("text")) + ".");
        }
    }

    /// What the client must have said for the server to write this entry.
    private static Optional<String> request(OperatorRecord entry) {
        return switch (entry.event()) {
            case "said" -> Optional.of(comparable("SAY " + entry.field("text")));
            case "told" -> Optional.of(comparable("TELL " + entry.field("to") + " " + entry.field("text")));
            default -> Optional.empty();
        };
    }

    /// What the server said to those who heard it.
    private static String delivery(OperatorRecord entry) {
        String verb = entry.event().equals("said") ? "SAID " : "TOLD ";
        return comparable(verb + entry.field("from") + " " + entry.field("text"));
    }

    private static Optional<String> unlogged(List<WireLine> lines, List<OperatorRecord> log) {
        Set<String> written = log.stream()
                .filter(entry -> request(entry).isPresent())
                .map(LogFit::delivery)
                .collect(Collectors.toSet());
        return lines.stream()
                .filter(line -> !line.fromClient() && line.whole())
                .filter(line -> line.text().startsWith("SAID ") || line.text().startsWith("TOLD "))
                .filter(line -> !written.contains(comparable(line.text())))
                .findFirst()
                .map(line -> "Frame " + line.frame() + " carries words that are not in the operator's log: "
                        + Shown.of(line.text()) + ".");
    }

    /// When each line was said to the server.
    private static Map<String, Times> requests(List<WireLine> lines) {
        Map<String, Times> requests = new HashMap<>();
        for (WireLine line : lines) {
            if (line.fromClient()) {
                requests.computeIfAbsent(comparable(line.text()), _ -> new Times())
                        .add(line.time());
            }
        }
        return requests;
    }

    /// The times at which one and the same line was said.
    private static final class Times {
        /// How often at each.
        private final NavigableMap<Instant, Integer> left = new TreeMap<>();

        void add(Instant time) {
            left.merge(time, 1, Integer::sum);
        }

        boolean isEmpty() {
            return left.isEmpty();
        }

        /// Takes the first time that is near enough, so that each line of the capture counts once.
        boolean takeNear(Instant wanted) {
            Instant first = left.ceilingKey(wanted.minus(TOLERANCE));
            if (first == null || !isNear(first, wanted)) {
                return false;
            }
            left.computeIfPresent(first, (_, count) -> count == 1 ? null : count - 1);
            return true;
        }
    }

    /// Control characters and the stand-ins for them are written differently in the log, on the wire and to readers.
    private static String comparable(String line) {
        return line.replaceAll("[\\p{Cntrl}\\p{Cf}\\uFFFD\\s]+", " ").strip();
    }
}
