package eavesdrop.chat.client;

import eavesdrop.chat.protocol.ClientLine;
import eavesdrop.chat.protocol.Limits;
import eavesdrop.chat.protocol.Name;
import java.nio.charset.StandardCharsets;

/// How long a text may be. It must fit into the line to the server, and also into the line that the
/// server makes of it for the others, which names the sender instead of the receiver.
final class TextLimit {
    private TextLimit() {}

    /// Bytes in UTF-8 that the text of `line` may have when `sender` says it.
    static int of(ClientLine line, Name sender) {
        return switch (line) {
            case ClientLine.Say _ -> room("SAID " + sender + " ");
            case ClientLine.Tell tell -> Math.min(room("TELL " + tell.to() + " "), room("TOLD " + sender + " "));
            case ClientLine.Key _ -> room("KEY " + sender + " ");
            case ClientLine.Hello _, ClientLine.Who _, ClientLine.Bye _, ClientLine.Unusable _ -> Limits.LINE_BYTES;
        };
    }

    /// The text of `line`, or an empty one when it carries none.
    static String text(ClientLine line) {
        return switch (line) {
            case ClientLine.Say(String text) -> text;
            case ClientLine.Tell tell -> tell.text();
            case ClientLine.Key(String blob) -> blob;
            case ClientLine.Hello _, ClientLine.Who _, ClientLine.Bye _, ClientLine.Unusable _ -> "";
        };
    }

    static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static int room(String before) {
        int lf = 1;
        return Limits.LINE_BYTES - bytes(before) - lf;
    }
}
