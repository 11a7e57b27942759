package eavesdrop.evidence;

import eavesdrop.chat.protocol.ClientLine;
import eavesdrop.chat.protocol.ErrorCode;
import eavesdrop.chat.protocol.ServerLine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Who sits at the client end of each stream, as far as the lines tell.
///
/// `WELCOME alice` settles it, `HELLO alice` suggests it, unless the server refuses the name. Where listening began
/// later, the server's copies give people away: when a stream says `TELL bob hi`, and `TOLD alice hi` goes out on
/// another one, then the first is Alice's and the second is Bob's.
final class Names {
    private final Map<Integer, String> welcomed = new HashMap<>();
    private final Map<Integer, String> greeted = new HashMap<>();
    private final Map<Integer, String> inferred = new HashMap<>();
    private final List<Map<Integer, String>> byTrust = List.of(welcomed, greeted, inferred);
    /// The stream of the last `SAY` and `TELL` with a text, for streams without a name.
    private final Map<String, WireLine> unclaimed = new HashMap<>();

    private static final int MOST_UNCLAIMED = 10_000;

    /// Learns from the next line. Lines must come in the order in which they crossed the wire.
    void learn(WireLine line) {
        if (line.fromClient()) {
            learnFromClient(line);
        } else {
            learnFromServer(line);
        }
    }

    private void learnFromClient(WireLine line) {
        // Most lines of a long conversation: they need not be taken apart.
        if (isKnown(line.stream()) && !line.text().startsWith("HELLO")) {
            return;
        }
        switch (ClientLine.parse(line.text())) {
            case ClientLine.Hello(var name) -> greeted.put(line.stream(), name.text());
            case ClientLine.Say(String text) -> claim(line, text);
            case ClientLine.Tell(var _, String text) -> claim(line, text);
            case ClientLine.Who _, ClientLine.Key _, ClientLine.Bye _, ClientLine.Unusable _ -> {}
        }
    }

    private void claim(WireLine line, String text) {
        if (!isKnown(line.stream()) && unclaimed.size() < MOST_UNCLAIMED) {
            unclaimed.put(text, line);
        }
    }

    private void learnFromServer(WireLine line) {
        if (unclaimed.isEmpty()
                && !line.text().startsWith("WELCOME")
                && !line.text().startsWith("ERROR")) {
            return;
        }
        switch (ServerLine.parse(line.text())) {
            case ServerLine.Welcome(var name) -> welcomed.put(line.stream(), name.text());
            case ServerLine.Said(var from, String text) -> relayed(line, from.text(), text);
            case ServerLine.Told(var from, String text) -> relayed(line, from.text(), text);
            case ServerLine.Here _, ServerLine.Key _, ServerLine.Joined _, ServerLine.Left _ -> {}
            case ServerLine.Refused(ErrorCode code, String _)
            when code == ErrorCode.NAME_TAKEN -> greeted.remove(line.stream());
            case ServerLine.Refused _, ServerLine.Unknown _ -> {}
        }
    }

    private void relayed(WireLine copy, String from, String text) {
        WireLine original = unclaimed.remove(text);
        if (original == null) {
            return;
        }
        inferred.putIfAbsent(original.stream(), from);
        if (ClientLine.parse(original.text()) instanceof ClientLine.Tell(var to, var _)) {
            inferred.putIfAbsent(copy.stream(), to.text());
        }
    }

    private boolean isKnown(int stream) {
        return welcomed.containsKey(stream) || greeted.containsKey(stream) || inferred.containsKey(stream);
    }

    /// The name of the client of this line's stream, else its address.
    String client(WireLine line) {
        for (Map<Integer, String> names : byTrust) {
            String name = names.get(line.stream());
            if (name != null) {
                return name;
            }
        }
        return (line.fromClient() ? line.from() : line.to()).toString();
    }
}
