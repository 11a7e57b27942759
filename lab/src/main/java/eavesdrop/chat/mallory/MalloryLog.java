package eavesdrop.chat.mallory;

import eavesdrop.chat.log.JsonLine;
import eavesdrop.chat.log.WholeLine;
import eavesdrop.chat.protocol.Printable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;

/// What Mallory writes down, in the form of the operator's log: `mallory.jsonl`, one JSON object on a line.
///
///     {"time":"…","seq":7,"event":"told","from":"alice","to":"bob","text":"at noon","passed":"at midnight"}
///
/// Events: `started` (port); `connected` (address); `refused` (address, reason), when a client does not take
/// her for the server; `said` and `told` (from, to, text, and `passed` where she changed it); `line`
/// (direction, line) for all other lines; `ended` (address); `trouble` (reason). Each record is added in one
/// write, and the file is opened for each: it may be set aside in between, when the server begins a new run.
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

    void started(int port) {
        record("Mallory listens on port " + port, "started", "port", String.valueOf(port));
    }

    void connected(String address) {
        record(address + " takes Mallory for the server", "connected", "address", address);
    }

    void refused(String address, String reason) {
        String words = address + " does not take Mallory for the server: " + reason;
        record(words, "refused", "address", address, "reason", reason);
    }

    void ended(String address) {
        record(address + " has ended", "ended", "address", address);
    }

    void trouble(String reason) {
        record(reason, "trouble", "reason", reason);
    }

    /// @param event `said` or `told`
    /// @param passed what she let go on instead of the text; the same where she changed nothing
    void spoken(String event, String from, String to, String text, String passed) {
        String words = from + " → " + to + ": " + text;
        if (passed.equals(text)) {
            record(words, event, "from", from, "to", to, "text", text);
        } else {
            record(words + "   ⇒ " + passed, event, "from", from, "to", to, "text", text, "passed", passed);
        }
    }

    /// @param direction `to the server` or `to the client`
    void line(String client, String direction, String line) {
        record(client + ", " + direction + ": " + line, "line", "direction", direction, "line", line);
    }

    /// Writes a record, and shows it.
    private synchronized void record(String words, String event, String... namesAndValues) {
        sequence++;
        byte[] record = json.of(clock.instant(), sequence, out -> {
            JsonLine.strings(out, "event", event);
            JsonLine.strings(out, namesAndValues);
        });
        file.ifPresent(log -> append(log, record));
        view.accept(Printable.of(words));
    }

    private void append(Path log, byte[] line) {
        try (FileOutputStream out = new FileOutputStream(log.toFile(), true)) {
            WholeLine.append(out, line);
            if (broken) {
                broken = false;
                view.accept("The log " + log + " is written again.");
            }
        } catch (IOException refused) {
            if (!broken) {
                broken = true;
                view.accept("The log " + log + " cannot be written (" + refused.getMessage()
                        + "). Mallory goes on, but the log lacks what she reads.");
            }
        }
    }
}
