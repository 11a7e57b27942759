package eavesdrop.cli;

import eavesdrop.LabException;
import eavesdrop.pcap.CaptureReader;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a person names as a capture: a file, `-` for standard input, or `TCP@HOST:PORT` for pcap over IP, as
/// Wireshark writes it. Nothing at all means the lab's own capture.
sealed interface CaptureSource {
    /// A file, which may still grow.
    record File(Path path) implements CaptureSource {
        @Override
        public CaptureReader open() {
            return CaptureReader.open(path);
        }

        @Override
        public String name() {
            return path.toString();
        }
    }

    /// Standard input.
    record Input() implements CaptureSource {
        @Override
        public CaptureReader open() {
            return CaptureReader.read(System.in, name());
        }

        @Override
        public String name() {
            return "standard input";
        }
    }

    /// A port that offers a capture (pcap over IP).
    record Network(String host, int port) implements CaptureSource {
        @Override
        public CaptureReader open() {
            return CaptureReader.read(connect(host, port), name());
        }

        @Override
        public String name() {
            return "TCP@" + host + ":" + port;
        }
    }

    Pattern NETWORK = Pattern.compile("TCP@(?<host>.+):(?<port>\\d{1,5})", Pattern.CASE_INSENSITIVE);

    /// @throws LabException (file) when nothing is named and the lab has no capture yet
    static CaptureSource of(@Nullable String named) {
        if (named == null) {
            return new File(LabFiles.captureOr(Optional.empty()));
        }
        if (named.equals("-")) {
            return new Input();
        }
        Matcher network = NETWORK.matcher(named);
        return network.matches()
                ? new Network(network.group("host"), Integer.parseInt(network.group("port")))
                : new File(path(named));
    }

    private static Path path(String named) {
        if (named.isBlank()) {
            throw LabException.usage("The name of the capture is empty.", "Name one capture.");
        }
        try {
            return Path.of(named);
        } catch (InvalidPathException unusable) {
            throw LabException.usage(
                    "'" + named + "' cannot be the name of a file: " + unusable.getReason() + ".",
                    "Name one capture. A pattern such as *.pcap is not filled in on Windows.");
        }
    }

    /// Opens it, to be read to its end.
    CaptureReader open();

    /// How messages call it.
    String name();

    private static SocketChannel connect(String host, int port) {
        try {
            return SocketChannel.open(new InetSocketAddress(host, port));
        } catch (IOException | IllegalArgumentException closed) {
            throw LabException.machine(
                    "No capture is offered at " + host + ", port " + port + ".",
                    "Start the lab with './labw up', or check host and port.");
        }
    }
}
