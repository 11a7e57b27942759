package eavesdrop.chat.client;

import eavesdrop.chat.protocol.ClientLine;
import eavesdrop.chat.protocol.Limits;
import java.nio.charset.StandardCharsets;

/// How long a text may be, so that its line keeps to the protocol's limit.
final class TextLimit {
    private TextLimit() {}

    /// Bytes in UTF-8 that the text of `line` may have. The rest of the line takes the verb, a name, and the LF.
    static int of(ClientLine line) {
        int lf = 1;
        int rest = bytes(line.print()) - bytes(text(line)) + lf;
        return Limits.LINE_BYTES - rest;
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
}
