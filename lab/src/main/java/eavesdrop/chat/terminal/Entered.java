package eavesdrop.chat.terminal;

import eavesdrop.chat.protocol.Name;
import java.util.Locale;

/// What a person means by a line that they entered.
public sealed interface Entered {
    /// Nothing but spaces: nothing happens.
    record Nothing() implements Entered {}

    /// A text for everyone.
    record Text(String text) implements Entered {}

    /// `/whisper NAME TEXT`
    record Whisper(Name to, String text) implements Entered {}

    /// `/who`
    record Who() implements Entered {}

    /// `/name NAME`
    record Rename(Name name) implements Entered {}

    /// `/help`
    record Help() implements Entered {}

    /// `/quit` or `exit`
    record Quit() implements Entered {}

    /// A command that cannot be carried out, with what to type instead.
    record Mistake(String remedy) implements Entered {}

    /// A line that starts with `/` is a command. To say a text that starts with `/`, type `//`.
    public static Entered parse(String line) {
        String trimmed = line.strip();
        if (trimmed.isEmpty()) {
            return new Nothing();
        }
        if (trimmed.equals("exit")) {
            return new Quit();
        }
        if (trimmed.startsWith("//")) {
            return new Text(trimmed.substring(1));
        }
        return trimmed.startsWith("/") ? command(trimmed) : new Text(line);
    }

    private static Entered command(String line) {
        String[] words = line.split("\\s+", 2);
        String rest = words.length > 1 ? words[1] : "";
        return switch (words[0].toLowerCase(Locale.ROOT)) {
            case "/whisper" -> whisper(rest);
            case "/who" -> new Who();
            case "/name" -> rename(rest);
            case "/help" -> new Help();
            case "/quit", "/exit" -> new Quit();
            default -> new Mistake("There is no command " + words[0] + ". /help shows what there is.");
        };
    }

    private static Entered whisper(String rest) {
        String[] words = rest.split("\\s+", 2);
        if (words.length < 2 || words[1].isBlank()) {
            return new Mistake("Type /whisper, a name and a text, for example: /whisper bob Hello");
        }
        return Name.parse(words[0])
                .<Entered>map(name -> new Whisper(name, words[1]))
                .orElseGet(() -> new Mistake(words[0] + " is not a name. /who shows who is here."));
    }

    private static Entered rename(String rest) {
        return Name.parse(rest)
                .<Entered>map(Rename::new)
                .orElseGet(() -> new Mistake("Type /name and a name of 1 to 24 letters from A to Z, digits, _ or -"));
    }
}
