package eavesdrop.chat.client;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/// Keeps what a client hears in a file, in the form of `TranscriptLine`, and passes it on.
///
/// What a person reads stands in it in clear, sealed text too. A file that takes no more ends the transcript and not
/// the chat.
public final class Transcript implements Consumer<ClientEvent>, AutoCloseable {
    private final Consumer<ClientEvent> next;
    private final Writer file;

    private Transcript(Writer file, Consumer<ClientEvent> next) {
        this.file = file;
        this.next = next;
    }

    /// @param file begun anew
    /// @throws IOException if the file cannot be written
    public static Transcript to(Path file, Consumer<ClientEvent> next) throws IOException {
        return new Transcript(Files.newBufferedWriter(file), next);
    }

    /// Passes on, and keeps nothing.
    public static Transcript none(Consumer<ClientEvent> next) {
        return new Transcript(Writer.nullWriter(), next);
    }

    // A client calls its listener from one thread.
    @Override
    public void accept(ClientEvent event) {
        try {
            for (TranscriptLine line : TranscriptLine.of(event)) {
                file.write(line.print() + "\n");
            }
            file.flush();
        } catch (IOException full) {
            // The chat goes on; who looks into the transcript will miss the rest.
        }
        next.accept(event);
    }

    /// Ends the file. What a client reports later is passed on all the same.
    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException full) {
            // As with every line before.
        }
    }
}
