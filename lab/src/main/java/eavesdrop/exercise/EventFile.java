package eavesdrop.exercise;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/// Events on their way from the JVM that runs the tests. A file, because it outlives that JVM however it ends, and what
/// the student's code prints does not get between.
///
/// An event: its kind, three texts, the number of frames, and four values for each frame.
public final class EventFile implements Consumer<Event>, AutoCloseable {
    private static final int LONGEST_TEXT = 10_000;
    private static final int MOST_FRAMES = 200;

    private final DataOutputStream out;

    /// @throws UncheckedIOException when the file cannot be written
    public EventFile(Path file) {
        try {
            OutputStream bytes = Files.newOutputStream(file);
            this.out = new DataOutputStream(new BufferedOutputStream(bytes));
        } catch (IOException denied) {
            throw new UncheckedIOException(denied);
        }
    }

    /// Writes it through to the file at once: the JVM may end at any moment.
    @Override
    public synchronized void accept(Event event) {
        try {
            text(event.kind().name());
            text(event.test());
            text(event.text());
            text(event.thrown());
            List<StackTraceElement> frames = event.frames()
                    .subList(0, Math.min(MOST_FRAMES, event.frames().size()));
            out.writeInt(frames.size());
            for (StackTraceElement frame : frames) {
                text(frame.getClassName());
                text(frame.getMethodName());
                text(Objects.requireNonNullElse(frame.getFileName(), ""));
                out.writeInt(frame.getLineNumber());
            }
            out.flush();
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    // In UTF-8 a character has up to 3 bytes here, and `writeUTF` takes 65,535 bytes.
    private void text(String text) throws IOException {
        out.writeUTF(text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "…");
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    /// The events that were written whole.
    static List<Event> read(Path file) {
        List<Event> events = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            while (true) {
                events.add(new Event(
                        Event.Kind.valueOf(in.readUTF()), in.readUTF(), in.readUTF(), in.readUTF(), frames(in)));
            }
        } catch (EOFException end) {
            return events;
        } catch (IOException | IllegalArgumentException damaged) {
            return events;
        }
    }

    private static List<StackTraceElement> frames(DataInputStream in) throws IOException {
        List<StackTraceElement> frames = new ArrayList<>();
        for (int left = Math.min(MOST_FRAMES, in.readInt()); left > 0; left--) {
            frames.add(new StackTraceElement(in.readUTF(), in.readUTF(), in.readUTF(), in.readInt()));
        }
        return frames;
    }
}
