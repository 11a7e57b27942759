package eavesdrop.pcap;

import eavesdrop.LabException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/// Reads the packets of a capture, one after the other.
///
///     try (CaptureReader reader = CaptureReader.open(file)) {
///         while (reader.next()) {
///             use(reader.packet());
///         }
///         report(reader.ending());
///     }
///
/// One reader is for one thread.
public final class CaptureReader implements AutoCloseable {
    private final Window window;
    private final CaptureFormat format;
    private final Packet packet = new Packet();
    private final AutoCloseable source;

    private CaptureReader(Window window, CaptureFormat format, AutoCloseable source) {
        this.window = window;
        this.format = format;
        this.source = source;
    }

    /// Opens a capture file that lies still. What is written to it later is not seen.
    ///
    /// @throws LabException (file) when it is missing, a directory, empty, or no capture
    public static CaptureReader open(Path file) {
        CaptureFiles.mustBeAFile(file);
        // Of a pipe, no byte can be read twice: whether it is packed is seen while it is read.
        boolean isStream = !Files.isRegularFile(file) || CaptureFiles.isGzip(file);
        return isStream ? openStream(file) : openPlain(file);
    }

    /// Opens a capture file that still grows: `next` returns false at its present end, and true again when
    /// a whole packet has been added.
    ///
    /// @throws LabException (file) when it is missing, a directory, empty, or no capture
    public static CaptureReader follow(Path file) {
        CaptureFiles.mustBeAFile(file);
        try {
            return read(FileChannel.open(file, StandardOpenOption.READ), file.toString());
        } catch (IOException failure) {
            throw CaptureFiles.unreadable(file.toString(), failure);
        }
    }

    /// Reads a capture that comes through a pipe or a socket; `next` waits for it. Closing the reader closes
    /// the channel.
    ///
    /// @param name what the capture is called in messages
    /// @throws LabException (file) when what comes is no capture
    public static CaptureReader read(ReadableByteChannel channel, String name) {
        Window window = new Window(channel);
        try {
            return new CaptureReader(window, CaptureFiles.format(window, name), channel);
        } catch (LabException noCapture) {
            close(channel);
            throw noCapture;
        }
    }

    /// Reads a capture that comes as a stream, packed with gzip or not. Closing the reader closes the stream.
    ///
    /// @param name what the capture is called in messages
    /// @throws LabException (file) when what comes is no capture
    public static CaptureReader read(InputStream in, String name) {
        try {
            PushbackInputStream whole = new PushbackInputStream(in, CaptureFiles.GZIP.length);
            byte[] begin = whole.readNBytes(CaptureFiles.GZIP.length);
            whole.unread(begin);
            InputStream capture = Arrays.equals(begin, CaptureFiles.GZIP) ? Unpacked.of(whole) : whole;
            return read(Channels.newChannel(capture), name);
        } catch (IOException failure) {
            close(in);
            throw CaptureFiles.unreadable(name, failure);
        }
    }

    private static CaptureReader openPlain(Path file) {
        try {
            return read(StillFile.open(file), file.toString());
        } catch (IOException failure) {
            throw CaptureFiles.unreadable(file.toString(), failure);
        }
    }

    private static CaptureReader openStream(Path file) {
        try {
            return read(Files.newInputStream(file), file.toString());
        } catch (IOException failure) {
            throw CaptureFiles.unreadable(file.toString(), failure);
        }
    }

    /// Moves `packet()` to the next packet. False when there is none (for now): `ending()` tells why.
    public boolean next() {
        return format.next(window, packet);
    }

    /// The packet that the last successful `next()` moved to. Always the same object.
    public Packet packet() {
        return packet;
    }

    /// Holds the bytes among which the packet stands, also behind the next `next()`, until they are given back. The
    /// same object for all packets that stand among them.
    public Held hold() {
        return window.hold();
    }

    /// Why `next()` returned false.
    public Ending ending() {
        if (!window.failure().isEmpty()) {
            return new Ending.Damaged(window.position(), "it cannot be read further: " + window.failure());
        }
        return format.ending(window);
    }

    /// The comment in the section header of a pcapng file, or the empty text.
    public String comment() {
        return format.comment();
    }

    @Override
    public void close() {
        close(source);
    }

    private static void close(AutoCloseable source) {
        try {
            source.close();
        } catch (Exception nothingToSave) {
            // Nothing was written, so nothing is lost.
        }
    }
}
