package eavesdrop.evidence;

import eavesdrop.chat.protocol.ClientLine;
import eavesdrop.chat.protocol.ServerLine;
import java.util.Optional;

/// What a chat line says.
public sealed interface Meaning {
    /// Somebody says something: `SAY` and `TELL` on the way to the server, `SAID` and `TOLD` on the way out.
    ///
    /// @param from who said it; the client's address as long as the name is not known
    /// @param to for whom alone it is, if it is a whisper
    record Speech(String from, Optional<String> to, String text) implements Meaning {
        public boolean isWhisper() {
            return to.isPresent();
        }
    }

    /// Every other line of the protocol, such as `HELLO alice` or `JOINED bob`.
    record Formality(String line) implements Meaning {}

    /// No line of the protocol, or one that the capture does not hold as a whole.
    record Unclear(String line) implements Meaning {}

    /// What the line means on a stream whose client is called so.
    static Meaning of(WireLine line, String client) {
        if (!line.whole()) {
            return new Unclear(line.text());
        }
        return line.fromClient() ? ofClient(line.text(), client) : ofServer(line.text(), client);
    }

    private static Meaning ofClient(String line, String client) {
        return switch (ClientLine.parse(line)) {
            case ClientLine.Say(String text) -> new Speech(client, Optional.empty(), text);
            case ClientLine.Tell(var to, String text) -> new Speech(client, Optional.of(to.text()), text);
            case ClientLine.Hello _, ClientLine.Who _, ClientLine.Key _, ClientLine.Bye _ -> new Formality(line);
            case ClientLine.Unusable _ -> new Unclear(line);
        };
    }

    private static Meaning ofServer(String line, String client) {
        return switch (ServerLine.parse(line)) {
            case ServerLine.Said(var from, String text) -> new Speech(from.text(), Optional.empty(), text);
            case ServerLine.Told(var from, String text) -> new Speech(from.text(), Optional.of(client), text);
            case ServerLine.Welcome _, ServerLine.Here _, ServerLine.Key _ -> new Formality(line);
            case ServerLine.Joined _, ServerLine.Left _, ServerLine.Refused _ -> new Formality(line);
            case ServerLine.Unknown _ -> new Unclear(line);
        };
    }
}
