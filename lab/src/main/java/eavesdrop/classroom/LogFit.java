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
import java.util.Optional;
import java.util.Set;
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
        Map<String, List<Instant>> reached = times(lines, true);
        int common = 0;
        List<OperatorRecord> absent = new ArrayList<>();
        List<OperatorRecord> elsewhen = new ArrayList<>();
        for (OperatorRecord entry : log) {
            Optional<String> request = request(entry);
            if (request.isEmpty()) {
                continue;
            }
            List<Instant> candidates = reached.getOrDefault(request.get(), new ArrayList<>());
            if (takeNear(candidates, entry.time()) || isSealed(sealed, entry, used)) {
                common++;
            } else {
                (candidates.isEmpty() ? absent : elsewhen).add(entry);
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

    private static Map<String, List<Instant>> times(List<WireLine> lines, boolean fromClient) {
        Map<String, List<Instant>> times = new HashMap<>();
        for (WireLine line : lines) {
            if (line.fromClient() == fromClient) {
                times.computeIfAbsent(comparable(line.text()), _ -> new ArrayList<>())
                        .add(line.time());
            }
        }
        return times;
    }

    /// Takes the first time that is near enough out of the list, so that each line of the capture counts once.
    private static boolean takeNear(List<Instant> candidates, Instant wanted) {
        for (Instant candidate : candidates) {
            if (isNear(candidate, wanted)) {
                return candidates.remove(candidate);
            }
        }
        return false;
    }

    /// Control characters and the stand-ins for them are written differently in the log, on the wire and to readers.
    private static String comparable(String line) {
        return line.replaceAll("[\\p{Cntrl}\\p{Cf}\\uFFFD\\s]+", " ").strip();
    }
}
