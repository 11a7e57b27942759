package eavesdrop.chat.protocol;

import java.util.Locale;

/// A line that a client says to the server.
///
/// `parse` never throws: a line that is no message of the protocol becomes `Unusable`, which names the
/// error that the server answers with.
public sealed interface ClientLine {
    /// `HELLO name`: the first line of every client.
    record Hello(Name name) implements ClientLine {}

    /// `SAY text`: to everyone.
    record Say(String text) implements ClientLine {}

    /// `TELL name text`: to one person, a whisper.
    record Tell(Name to, String text) implements ClientLine {}

    /// `WHO`: asks for the names of those who are here.
    record Who() implements ClientLine {}

    /// `KEY blob`: announces a public key. The server passes it on and does not understand it.
    record Key(String blob) implements ClientLine {}

    /// `BYE`: the client leaves.
    record Bye() implements ClientLine {}

    /// Anything else, with the error that answers it.
    record Unusable(ErrorCode code, String explanation) implements ClientLine {}

    /// Reads one line without its LF.
    static ClientLine parse(String line) {
        String verb = Words.first(line);
        String rest = Words.afterFirst(line);
        return switch (verb) {
            case "HELLO" -> hello(rest.strip());
            case "SAY" -> new Say(rest);
            case "TELL" -> tell(rest);
            case "WHO" -> new Who();
            case "KEY" -> key(rest.strip());
            case "BYE" -> new Bye();
            default -> unknown(verb);
        };
    }

    private static ClientLine unknown(String verb) {
        String capitals = verb.toUpperCase(Locale.ROOT);
        String explanation = switch (capitals) {
            case "HELLO", "SAY", "TELL", "WHO", "KEY", "BYE" -> "write the verb in capital letters: " + capitals;
            default -> "a line starts with HELLO, SAY, TELL, WHO, KEY or BYE";
        };
        return new Unusable(ErrorCode.UNKNOWN_VERB, explanation);
    }

    private static ClientLine hello(String name) {
        return Name.parse(name)
                .<ClientLine>map(Hello::new)
                .orElseGet(() -> new Unusable(
                        ErrorCode.BAD_NAME,
                        "a name has 1 to 24 letters from A to Z, digits, _ or -, for example HELLO alice"));
    }

    private static ClientLine tell(String rest) {
        return Name.parse(Words.first(rest))
                .<ClientLine>map(to -> new Tell(to, Words.afterFirst(rest)))
                .orElseGet(() -> new Unusable(ErrorCode.NO_SUCH_USER, "say TELL, a name, and a text"));
    }

    private static ClientLine key(String blob) {
        boolean oneWord = !blob.isEmpty() && blob.chars().allMatch(character -> character > ' ' && character < 0x7F);
        return oneWord
                ? new Key(blob)
                : new Unusable(ErrorCode.BAD_KEY, "say KEY and one word of ASCII letters, digits and signs");
    }

    /// The line as it goes over the wire, without its LF.
    default String print() {
        return switch (this) {
            case Hello(Name name) -> "HELLO " + name;
            case Say(String text) -> "SAY " + text;
            case Tell(Name to, String text) -> "TELL " + to + " " + text;
            case Who() -> "WHO";
            case Key(String blob) -> "KEY " + blob;
            case Bye() -> "BYE";
            case Unusable(ErrorCode code, String explanation) ->
                throw new IllegalStateException("cannot be sent: " + code.wire() + " " + explanation);
        };
    }

    /// The line's bytes as they go over the wire, with its LF. May be more than `Limits.LINE_BYTES`, which the server
    /// refuses.
    ///
    /// @throws IllegalArgumentException if a text holds an LF
    default byte[] bytes() {
        return Words.encode(print());
    }
}
