package eavesdrop.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Where a command speaks: facts to `out`, everything else (progress, errors) to `err`.
///
/// The rules for the words on the screen:
/// - One sentence says what is, one says what to do next. Simple words, no blame.
/// - Colour only where a person looks at a terminal and `NO_COLOR` is not set; never the only carrier of a meaning.
/// - In a terminal, lines are broken between words; in a file or a pipe they are as they are.
/// - Nothing but facts goes to `out`, so that it can be piped. With `--json`, `out` holds one JSON value.
public final class Console {
    /// A class of its own, because most commands print no JSON and the mapper takes its time.
    private static final class Json {
        static final JsonMapper MAPPER = JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build();
    }

    private final PrintWriter out;
    private final OutputStream rawOut;
    private final PrintWriter err;
    private final boolean colour;
    private final OptionalInt columns = toldColumns();
    private final InputStream in;
    private final StringBuilder typing = new StringBuilder();

    public Console(PrintWriter out, PrintWriter err, boolean colour) {
        this(out, OutputStream.nullOutputStream(), err, colour);
    }

    /// @param rawOut where `bytes` go; the same place as `out`
    public Console(PrintWriter out, OutputStream rawOut, PrintWriter err, boolean colour) {
        this(out, rawOut, err, colour, InputStream.nullInputStream());
    }

    /// @param in what a person types
    public Console(PrintWriter out, OutputStream rawOut, PrintWriter err, boolean colour, InputStream in) {
        this.out = out;
        this.rawOut = rawOut;
        this.err = err;
        this.colour = colour;
        this.in = in;
    }

    /// Standard output and error of this process, as UTF-8; colour when a terminal is there and wants it.
    public static Console ofProcess(Map<String, String> environment, StandardOutput out) {
        boolean dumb = "dumb".equals(environment.get("TERM"));
        return new Console(
                new PrintWriter(new Utf8Writer(out), true),
                out,
                new PrintWriter(new Utf8Writer(System.err), true),
                isTerminal() && !dumb && !environment.containsKey("NO_COLOR"),
                System.in);
    }

    /// Whether a person sits at both ends. `labw` knows, and tells; Java takes a while to find out.
    public static boolean isTerminal() {
        String told = System.getProperty("eavesdrop.terminal");
        if (told != null) {
            return told.equals("yes");
        }
        java.io.Console console = System.console();
        return console != null && console.isTerminal();
    }

    /// A line that a person has typed and that was not asked for yet; does not wait for one.
    public Optional<String> typed() {
        try {
            while (in.available() > 0) {
                int next = in.read();
                if (next == '\n') {
                    String line = typing.toString().strip();
                    typing.setLength(0);
                    return Optional.of(line);
                }
                typing.append((char) next);
            }
        } catch (IOException closed) {
            // Nobody can type any more.
        }
        return Optional.empty();
    }

    /// Bytes exactly as they are, to standard output. Nothing may have been printed before.
    public void bytes(byte[] bytes) {
        try {
            rawOut.write(bytes);
            rawOut.flush();
        } catch (IOException closed) {
            // Whoever reads our output has gone, as `head` does. `PrintWriter` is as quiet about it.
        }
    }

    /// For a library that prints facts itself.
    public PrintWriter out() {
        return out;
    }

    /// One line of facts.
    public void print(String line) {
        out.println(shown(line));
    }

    private String shown(String line) {
        return columns.isPresent() ? Paragraph.of(line, columns.getAsInt()) : line;
    }

    /// Many lines of facts, which need not be seen one by one.
    public void print(Stream<String> lines) {
        lines.forEach(line -> {
            out.write(shown(line));
            out.write(System.lineSeparator());
        });
        out.flush();
    }

    /// One JSON value on standard output. It may be long: whatever in it is iterable is asked when its turn comes.
    public void json(Object value) {
        Json.MAPPER.writeValue(out, value);
        out.println();
    }

    /// One JSON value on standard output that is written piece by piece, as its parts become known.
    public void json(Consumer<JsonGenerator> writer) {
        try (JsonGenerator json = Json.MAPPER.createGenerator(out)) {
            writer.accept(json);
        }
        out.println();
    }

    /// One line that is not a fact asked for: progress, a note, a warning.
    public void note(String line) {
        err.println(shown(line));
    }

    /// What is wrong, and the remedy.
    public void problem(String what, String remedy) {
        err.println(shown(red("✗ ") + what));
        if (!remedy.isEmpty()) {
            err.println(shown("  → " + remedy));
        }
    }

    /// How wide the terminal is, where a person sits at both ends.
    public OptionalInt columns() {
        return columns;
    }

    /// `labw` knows, and tells.
    private static OptionalInt toldColumns() {
        String told = System.getProperty("eavesdrop.columns", "");
        return told.matches("[1-9]\\d{0,4}") ? OptionalInt.of(Integer.parseInt(told)) : OptionalInt.empty();
    }

    /// Empties the screen of a terminal. Elsewhere a line is left free.
    public void clear() {
        print(colour ? "\u001b[H\u001b[2J" : "");
    }

    /// Writes over the line that this method wrote last.
    ///
    /// @param last whether it stays
    public void overwrite(String line, boolean last) {
        err.print("\r" + line + "\u001b[K" + (last ? System.lineSeparator() : ""));
        err.flush();
    }

    /// Whether a person looks at a terminal that takes control sequences, and wants them: then text has colours, and
    /// a line can be written over.
    public boolean colour() {
        return colour;
    }

    public String bold(String text) {
        return styled("1", text);
    }

    public String green(String text) {
        return styled("32", text);
    }

    public String red(String text) {
        return styled("31", text);
    }

    public String yellow(String text) {
        return styled("33", text);
    }

    public String blue(String text) {
        return styled("34", text);
    }

    public String dim(String text) {
        return styled("2", text);
    }

    private String styled(String code, String text) {
        return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
