package eavesdrop.chat.mallory;

import eavesdrop.chat.protocol.ClientLine;
import eavesdrop.chat.protocol.ServerLine;
import eavesdrop.chat.seam.Tamper;
import java.util.List;

/// Mallory's hand on one connection: she writes down each line, and changes words in what the client says.
///
/// What comes back from the server has passed through her on its way there, or through nobody of hers: she writes it
/// down, and lets it pass.
final class Interception implements Tamper {
    private final MalloryLog log;
    private final List<Replacement> replacements;
    private volatile String client;

    /// @param address of the client, until it says its name
    Interception(MalloryLog log, List<Replacement> replacements, String address) {
        this.log = log;
        this.replacements = replacements;
        this.client = address;
    }

    @Override
    public List<String> fromClient(String line) {
        return List.of(
                switch (ClientLine.parse(line)) {
                    case ClientLine.Say(String text) -> {
                        String passed = changed(text);
                        spoken("said", client, "everyone", text, passed);
                        yield passed.equals(text) ? line : "SAY " + passed;
                    }
                    case ClientLine.Tell(var to, String text) -> {
                        String passed = changed(text);
                        spoken("told", client, to.text(), text, passed);
                        yield passed.equals(text) ? line : "TELL " + to + " " + passed;
                    }
                    case ClientLine.Hello _,
                            ClientLine.Who _,
                            ClientLine.Key _,
                            ClientLine.Bye _,
                            ClientLine.Unusable _ -> other("to the server", line);
                });
    }

    @Override
    public List<String> toClient(String line) {
        switch (ServerLine.parse(line)) {
            case ServerLine.Welcome(var name) -> {
                client = name.text();
                other("to the client", line);
            }
            case ServerLine.Said(var from, String text) -> spoken("said", from.text(), "everyone", text, text);
            case ServerLine.Told(var from, String text) -> spoken("told", from.text(), client, text, text);
            case ServerLine.Here _,
                    ServerLine.Key _,
                    ServerLine.Joined _,
                    ServerLine.Left _,
                    ServerLine.Refused _,
                    ServerLine.Unknown _ -> other("to the client", line);
        }
        return List.of(line);
    }

    private String changed(String text) {
        String passed = text;
        for (Replacement replacement : replacements) {
            passed = replacement.in(passed);
        }
        return passed;
    }

    private void spoken(String event, String from, String to, String text, String passed) {
        String words = from + " → " + to + ": " + text;
        if (passed.equals(text)) {
            log.record(words, "event", event, "from", from, "to", to, "text", text);
        } else {
            log.record(
                    words + "   ⇒ " + passed, "event", event, "from", from, "to", to, "text", text, "passed", passed);
        }
    }

    private String other(String direction, String line) {
        log.record(client + ", " + direction + ": " + line, "event", "line", "direction", direction, "line", line);
        return line;
    }
}
