package eavesdrop.cli;

import eavesdrop.chat.protocol.Printable;
import eavesdrop.evidence.ChatLine;
import eavesdrop.evidence.Conversation;
import eavesdrop.evidence.Meaning;
import eavesdrop.evidence.WireLine;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Prints chat lines as a table, one row for each.
///
///     time           frame  stream    offset  from → to         what
///     16:03:51.000       8       0        12  alice → server    whispers to bob: amber-otter-42
///     16:03:51.001      12       1        57  server → bob      alice whispers: amber-otter-42  (copy of frame 8)
final class ChatPrinter {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);

    private static final TableRow ROW = new TableRow(-12, 7, 6, 8, -22, -1);

    private final Console console;
    private final ZoneId zone;
    private boolean someLines;

    ChatPrinter(Console console, ZoneId zone) {
        this.console = console;
        this.zone = zone;
    }

    void header() {
        console.print(console.bold(row("time", "frame", "stream", "offset", "from → to", "what")));
    }

    /// A line that somebody waits for.
    void line(ChatLine line) {
        console.print(text(line));
    }

    /// Many lines that are all there.
    void lines(List<ChatLine> lines) {
        someLines |= !lines.isEmpty();
        console.print(lines.stream().map(this::text));
    }

    private String text(ChatLine line) {
        WireLine wire = line.wire();
        String client = Printable.of(line.client());
        return row(
                LocalTime.ofInstant(wire.time(), zone).format(CLOCK),
                String.valueOf(wire.frame()),
                String.valueOf(wire.stream()),
                String.valueOf(wire.streamOffset()),
                wire.fromClient() ? client + " → server" : "server → " + client,
                what(line));
    }

    private static String row(String time, String frame, String stream, String offset, String who, String what) {
        return ROW.of(time, frame, stream, offset, who, what);
    }

    private String what(ChatLine line) {
        return switch (line.meaning()) {
            case Meaning.Speech speech -> speech(line, speech) + notes(line);
            case Meaning.Formality(String text) -> console.dim(Printable.of(text)) + notes(line);
            case Meaning.Unclear(String text) -> "? " + Printable.of(text) + notes(line);
        };
    }

    /// The sender of what the server passes on is not the one who sends the packet, so the name is said.
    private String speech(ChatLine line, Meaning.Speech speech) {
        String text = console.bold(Printable.of(speech.text()));
        String verb = speech.isWhisper() ? console.yellow("whispers") : "says";
        if (!line.wire().fromClient()) {
            return Printable.of(speech.from()) + " " + verb + ": " + text;
        }
        String to = speech.to().map(name -> " to " + Printable.of(name)).orElse("");
        return verb + to + ": " + text;
    }

    private String notes(ChatLine line) {
        String copy =
                line.copyOf().isPresent() ? "  (copy of frame " + line.copyOf().getAsInt() + ")" : "";
        List<Integer> frames = line.wire().frames();
        String spread = frames.size() < 2
                ? ""
                : "  (in frames " + frames.stream().map(String::valueOf).collect(Collectors.joining(", ")) + ")";
        String damaged = line.wire().whole() ? "" : "  (not the whole line was captured)";
        return console.dim(copy + spread + damaged);
    }

    /// What the table rests on, and what it lacks.
    void summary(String capture, Conversation conversation) {
        if (!someLines) {
            console.note("No chat line was found in " + capture + " (" + conversation.packets() + " packets, "
                    + conversation.streams() + " TCP streams).");
        }
        conversation.limits().forEach(limit -> console.note("Note: " + limit));
    }
}
