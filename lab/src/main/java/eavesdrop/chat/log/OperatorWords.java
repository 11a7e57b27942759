package eavesdrop.chat.log;

import eavesdrop.chat.protocol.Printable;
import java.util.function.UnaryOperator;

/// What the operator's records say, in words: on the server's screen and of `./labw operator`.
///
/// No control character of a name or a text gets through.
///
/// @param loud makes what was said stand out
/// @param alarming makes it stand out that something was not meant for the operator
public record OperatorWords(UnaryOperator<String> loud, UnaryOperator<String> alarming) {
    /// Without colours.
    public static final OperatorWords PLAIN = new OperatorWords(UnaryOperator.identity(), UnaryOperator.identity());

    public String started(String port) {
        return "listening on port " + Printable.of(port);
    }

    public String joined(String who, String address) {
        return Printable.of(who) + " joined from " + Printable.of(address);
    }

    public String left(String who, String reason) {
        return Printable.of(who) + " left (" + Printable.of(reason) + ")";
    }

    public String said(String from, String text) {
        return Printable.of(from) + " → everyone: " + said(text);
    }

    public String told(String from, String to, String text) {
        return Printable.of(from) + " → " + Printable.of(to) + " (" + alarming.apply("whisper") + "): " + said(text);
    }

    public String keyAnnounced(String who, String blob) {
        return Printable.of(who) + " announces the key " + Printable.of(blob);
    }

    /// @param who a name, or the address of one who has none yet
    /// @param text what was refused; empty where it could not be read
    public String refused(String who, String code, String text) {
        String refused = Printable.of(who) + " was refused (" + Printable.of(code) + ")";
        return text.isEmpty() ? refused : refused + ": " + said(text);
    }

    public String stopped() {
        return "stopped";
    }

    private String said(String text) {
        return loud.apply(Printable.of(text));
    }
}
