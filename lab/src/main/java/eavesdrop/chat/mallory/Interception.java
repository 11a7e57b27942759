package eavesdrop.chat.mallory;

import eavesdrop.chat.protocol.ClientLine;
import eavesdrop.chat.protocol.Name;
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
        String passed = switch (ClientLine.parse(line)) {
            case ClientLine.Say(String text) -> said(text, line);
            case ClientLine.Tell(Name to, String text) -> told(to, text, line);
            case ClientLine.Hello _, ClientLine.Who _, ClientLine.Key _, ClientLine.Bye _, ClientLine.Unusable _ ->
                other("to the server", line);
        };
        return List.of(passed);
    }

    private String said(String text, String line) {
        String passed = changed(text);
        log.spoken("said", client, "everyone", text, passed);
        return passed.equals(text) ? line : "SAY " + passed;
    }

    private String told(Name to, String text, String line) {
        String passed = changed(text);
        log.spoken("told", client, to.text(), text, passed);
        return passed.equals(text) ? line : "TELL " + to + " " + passed;
    }

    @Override
    public List<String> toClient(String line) {
        switch (ServerLine.parse(line)) {
            case ServerLine.Welcome(var name) -> {
                client = name.text();
                other("to the client", line);
            }
            case ServerLine.Said(var from, String text) -> log.spoken("said", from.text(), "everyone", text, text);
            case ServerLine.Told(var from, String text) -> log.spoken("told", from.text(), client, text, text);
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

    private String other(String direction, String line) {
        log.line(client, direction, line);
        return line;
    }
}
