package eavesdrop.chat.client;

import eavesdrop.chat.protocol.Printable;
import eavesdrop.chat.protocol.ServerLine;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// A line of a transcript. Here alone stands how a client writes down what happens to it, and how that is read again.
///
///     connected bob
///     received SAID alice Hello everyone
///     received TOLD alice AQAAAB9p…
///     unsealed Shall we meet at noon?
///     lost the connection to the server is broken
///
/// @param words what belongs to it; nothing in them steers a screen or begins a new line
public record TranscriptLine(Kind kind, String words) {
    /// What happened. All but the first two are the client's own account of it.
    public enum Kind {
        /// The server said `words`, as they were on the wire.
        RECEIVED,
        /// What was under the seal of the line before.
        UNSEALED,
        /// Under the name `words`.
        CONNECTED,
        LOST,
        RETRYING,
        NAME_TAKEN,
        /// Why the line before could not be opened.
        NOT_OPENED,
        CAME_UNSEALED,
        KEY_TAKEN,
        KEY_CHANGED,
        KEY_REFUSED,
        CUT_OFF,
        SEALER_FAILED;

        private String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /// Whether `words` are those of somebody in the chat, who may say what they like.
        public boolean isOthersWords() {
            return this == RECEIVED || this == UNSEALED;
        }
    }

    public TranscriptLine {
        words = Printable.of(words);
    }

    /// What a client writes down of an event. A sealed whisper takes two lines: what came, and what came of it.
    static List<TranscriptLine> of(ClientEvent event) {
        return switch (event) {
            case ClientEvent.Received(var line) -> List.of(received(line));
            case ClientEvent.Connected(var name, var _) -> one(Kind.CONNECTED, name.text());
            case ClientEvent.Lost(var reason) -> one(Kind.LOST, reason);
            case ClientEvent.Retrying(var reason, var _, var _) -> one(Kind.RETRYING, reason);
            case ClientEvent.NameTaken(var name, var _) -> one(Kind.NAME_TAKEN, name.text());
            case ClientEvent.Unsealed(var line, var text) ->
                List.of(received(line), new TranscriptLine(Kind.UNSEALED, text));
            case ClientEvent.NotOpened(var line, var reason) ->
                List.of(received(line), new TranscriptLine(Kind.NOT_OPENED, reason));
            case ClientEvent.CameUnsealed(var from) -> one(Kind.CAME_UNSEALED, from.text());
            case ClientEvent.KeyTaken(var from, boolean changed) ->
                one(changed ? Kind.KEY_CHANGED : Kind.KEY_TAKEN, from.text());
            case ClientEvent.KeyRefused(var from, var reason) -> one(Kind.KEY_REFUSED, from + ": " + reason);
            case ClientEvent.CutOff(var name) -> one(Kind.CUT_OFF, name.text());
            case ClientEvent.SealerFailed(var reason) -> one(Kind.SEALER_FAILED, reason);
        };
    }

    private static TranscriptLine received(ServerLine line) {
        return new TranscriptLine(Kind.RECEIVED, line.print());
    }

    private static List<TranscriptLine> one(Kind kind, String words) {
        return List.of(new TranscriptLine(kind, words));
    }

    /// The line as it stands in the file, without its LF.
    public String print() {
        return kind.word() + " " + words;
    }

    /// Reads one line without its LF; nothing if it is none, as the last of a transcript that is being written may be.
    public static Optional<TranscriptLine> parse(String line) {
        int space = line.indexOf(' ');
        return Arrays.stream(Kind.values())
                .filter(kind -> space > 0 && kind.word().equals(line.substring(0, space)))
                .findFirst()
                .map(kind -> new TranscriptLine(kind, line.substring(space + 1)));
    }

    /// The lines of a whole transcript, the oldest first.
    public static Stream<TranscriptLine> all(String transcript) {
        return transcript.lines().flatMap(line -> parse(line).stream());
    }
}
