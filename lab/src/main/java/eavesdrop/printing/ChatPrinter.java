package eavesdrop.printing;

import eavesdrop.chat.protocol.Printable;
import eavesdrop.console.Console;
import eavesdrop.console.TableRow;
import eavesdrop.evidence.ChatLine;
import eavesdrop.evidence.Conversation;
import eavesdrop.evidence.Meaning;
import eavesdrop.evidence.WireLine;
import java.time.Instant;
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
public final class ChatPrinter {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss.", Locale.ROOT);

    private static final TableRow ROW = new TableRow(-12, 7, 6, 8, -22, -1);

    private final Console console;
    private final ZoneId zone;
    private boolean someLines;
    /// The second of the line before, and how it is written: mostly that of the next line, too.
    private long second = Long.MIN_VALUE;

    private String clock = "";

    public ChatPrinter(Console console, ZoneId zone) {
        this.console = console;
        this.zone = zone;
    }

    public void header() {
        console.print(console.bold(row("time", "frame", "stream", "offset", "from → to", "what")));
    }

    /// A line that somebody waits for.
    public void line(ChatLine line) {
        console.print(text(line));
    }

    /// Many lines that are all there.
    public void lines(List<ChatLine> lines) {
        someLines |= !lines.isEmpty();
        console.print(lines.stream().map(this::text));
    }

    private String text(ChatLine line) {
        WireLine wire = line.wire();
        String client = Printable.of(line.client());
        return row(
                time(wire.time()),
                String.valueOf(wire.frame()),
                String.valueOf(wire.stream()),
                String.valueOf(wire.streamOffset()),
                wire.fromClient() ? client + " → server" : "server → " + client,
                what(line));
    }

    /// `16:03:51.042`
    private String time(Instant time) {
        if (time.getEpochSecond() != second) {
            second = time.getEpochSecond();
            clock = LocalTime.ofInstant(time, zone).format(CLOCK);
        }
        int millis = time.getNano() / 1_000_000;
        return clock + (millis < 10 ? "00" : millis < 100 ? "0" : "") + millis;
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
    public void summary(String capture, Conversation conversation) {
        if (!someLines) {
            console.note("No chat line was found in " + capture + " (" + conversation.packets() + " packets, "
                    + conversation.streams() + " TCP streams).");
        }
        conversation.limits().forEach(limit -> console.note("Note: " + limit));
    }
}
