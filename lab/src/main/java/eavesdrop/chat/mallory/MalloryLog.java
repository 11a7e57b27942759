package eavesdrop.chat.mallory;

import eavesdrop.chat.log.JsonLine;
import eavesdrop.chat.protocol.Printable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;

/// What Mallory writes down, in the form of the operator's log: `mallory.jsonl`, one JSON object on a line.
///
///     {"time":"…","seq":7,"event":"told","from":"alice","to":"bob","text":"at noon","passed":"at midnight"}
///
/// Events: `started` (port); `connected` (address); `refused` (address, reason), when a client does not take her for
/// the
/// server; `said` and `told` (from, to, text, and `passed` where she changed it); `line` (direction, line) for all
/// other
/// lines; `ended` (address); `trouble` (reason). Each record is added in one write, and the file is opened for each: it
/// may be set aside in between, when the server begins a new run.
final class MalloryLog {
    private final Optional<Path> file;
    private final Consumer<String> view;
    private final Clock clock;
    private final JsonLine json = new JsonLine();
    private long sequence;
    private boolean broken;

    MalloryLog(MalloryConfig config) {
        this.file = config.log();
        this.view = config.view();
        this.clock = config.clock();
    }

    /// Writes a record, and shows it.
    ///
    /// @param words the record for people
    /// @param namesAndValues its fields, the event among them
    synchronized void record(String words, String... namesAndValues) {
        sequence++;
        byte[] line = json.of(clock.instant(), sequence, out -> JsonLine.strings(out, namesAndValues));
        file.ifPresent(log -> append(log, line));
        view.accept(Printable.of(words));
    }

    private void append(Path log, byte[] line) {
        try {
            Files.write(log, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            broken = false;
        } catch (IOException refused) {
            if (!broken) {
                broken = true;
                view.accept("The log " + log + " cannot be written (" + refused.getMessage()
                        + "). Mallory goes on, but the log lacks what she reads.");
            }
        }
    }
}
