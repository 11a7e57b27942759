package eavesdrop.chat.protocol;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A line that the server says to a client.
///
/// `parse` never throws: a line that is no message of the protocol becomes `Unknown`.
public sealed interface ServerLine {
    /// `WELCOME name`: the answer to `HELLO name`.
    record Welcome(Name name) implements ServerLine {}

    /// `HERE name name …`: these are in the chat. Many names take several lines, so `HERE` never says that
    /// somebody is not there.
    record Here(List<Name> names) implements ServerLine {}

    /// `SAID name text`: somebody said this to everyone.
    record Said(Name from, String text) implements ServerLine {}

    /// `TOLD name text`: somebody said this to you alone.
    record Told(Name from, String text) implements ServerLine {}

    /// `KEY name blob`: somebody announced a public key.
    record Key(Name from, String blob) implements ServerLine {}

    /// `JOINED name`.
    record Joined(Name name) implements ServerLine {}

    /// `LEFT name`.
    record Left(Name name) implements ServerLine {}

    /// `ERROR code explanation`: the answer to a bad line.
    record Refused(ErrorCode code, String explanation) implements ServerLine {}

    /// Anything else: a damaged line, or a server that speaks something newer.
    record Unknown(String line) implements ServerLine {}

    /// Reads one line without its LF.
    static ServerLine parse(String line) {
        String rest = Words.afterFirst(line);
        Optional<? extends ServerLine> parsed = switch (Words.first(line)) {
            case "WELCOME" -> Name.parse(rest).map(Welcome::new);
            case "HERE" -> names(rest).map(Here::new);
            case "SAID" -> Name.parse(Words.first(rest)).map(from -> new Said(from, Words.afterFirst(rest)));
            case "TOLD" -> Name.parse(Words.first(rest)).map(from -> new Told(from, Words.afterFirst(rest)));
            case "KEY" -> Name.parse(Words.first(rest)).map(from -> new Key(from, Words.afterFirst(rest)));
            case "JOINED" -> Name.parse(rest).map(Joined::new);
            case "LEFT" -> Name.parse(rest).map(Left::new);
            case "ERROR" -> ErrorCode.parse(Words.first(rest)).map(code -> new Refused(code, Words.afterFirst(rest)));
            default -> Optional.empty();
        };
        return parsed.isPresent() ? parsed.get() : new Unknown(line);
    }

    private static Optional<List<Name>> names(String rest) {
        if (rest.isEmpty()) {
            return Optional.of(List.of());
        }
        List<Optional<Name>> names =
                Arrays.stream(rest.split(" ")).map(Name::parse).toList();
        boolean allGood = names.stream().allMatch(Optional::isPresent);
        return allGood ? Optional.of(names.stream().flatMap(Optional::stream).toList()) : Optional.empty();
    }

    /// The line as it goes over the wire, without its LF.
    default String print() {
        return switch (this) {
            case Welcome(Name name) -> "WELCOME " + name;
            case Here(List<Name> names) ->
                "HERE " + names.stream().map(Name::text).collect(Collectors.joining(" "));
            case Said(Name from, String text) -> "SAID " + from + " " + text;
            case Told(Name from, String text) -> "TOLD " + from + " " + text;
            case Key(Name from, String blob) -> "KEY " + from + " " + blob;
            case Joined(Name name) -> "JOINED " + name;
            case Left(Name name) -> "LEFT " + name;
            case Refused(ErrorCode code, String explanation) -> "ERROR " + code.wire() + " " + explanation;
            case Unknown(String line) -> line;
        };
    }

    /// The line's bytes as they go over the wire, with its LF.
    ///
    /// @throws IllegalArgumentException if a text holds an LF
    default byte[] bytes() {
        return Words.encode(print());
    }
}
