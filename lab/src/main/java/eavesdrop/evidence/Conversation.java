package eavesdrop.evidence;

import eavesdrop.pcap.CaptureReader;
import java.util.ArrayList;
import java.util.List;

/// A chat as the packets alone tell it.
///
/// @param lines in the order in which their first bytes were captured
/// @param packets how many packets the capture holds, of whatever kind
/// @param streams how many TCP streams it holds
/// @param limits what could not be read, in plain statements
public record Conversation(List<ChatLine> lines, int packets, int streams, List<String> limits) {
    public Conversation {
        lines = List.copyOf(lines);
        limits = List.copyOf(limits);
    }

    /// Reads a capture to its end.
    public static Conversation of(CaptureReader reader) {
        List<WireLine> lines = new ArrayList<>();
        ChatLines chat = new ChatLines(lines::add);
        Listening listening = Listening.toAll(reader, chat);
        chat.finish();
        lines.sort(CaptureEvidence.ORDER);
        return new Conversation(
                understand(lines), listening.packets(), listening.streams().size(), listening.limits());
    }

    /// A name that is learned late holds for the earlier lines too, so all lines are looked at twice.
    private static List<ChatLine> understand(List<WireLine> lines) {
        Names names = new Names();
        lines.forEach(names::learn);
        Copies copies = new Copies();
        return lines.stream().map(line -> understand(line, names, copies)).toList();
    }

    static ChatLine understand(WireLine line, Names names, Copies copies) {
        String client = names.client(line);
        Meaning meaning = Meaning.of(line, client);
        return new ChatLine(line, client, meaning, copies.original(line, meaning));
    }
}
