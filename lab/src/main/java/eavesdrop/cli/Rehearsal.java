package eavesdrop.cli;

import eavesdrop.pcap.CaptureWriter;
import eavesdrop.pcap.ConnectionWriter;
import eavesdrop.pcap.Endpoint;
import eavesdrop.pcap.LinkType;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Uses the commands that read captures for a moment, so that the JVM can learn which classes they need and which
/// code is hot (an AOT cache, JEP 514 and 515). `labw` runs it after a build; nobody else does.
final class Rehearsal {
    private static final int CONNECTIONS = 100;
    private static final int LINES = 4000;

    private Rehearsal() {}

    /// @param arguments a folder for a capture, which is deleted again
    public static void main(String[] arguments) throws IOException {
        Path capture = Files.createTempFile(Path.of(arguments[0]), "rehearsal", ".pcapng");
        try {
            write(capture);
            Console console =
                    new Console(new PrintWriter(Writer.nullWriter()), new PrintWriter(Writer.nullWriter()), false);
            String name = capture.toString();
            rehearse(console, ExitStatus.OK, "--version");
            rehearse(console, ExitStatus.OK, "streams", name);
            rehearse(console, ExitStatus.OK, "reveal", name);
            rehearse(console, ExitStatus.WRONG, "find", name, "nothing-of-the-kind");
            rehearse(console, ExitStatus.OK, "follow", name, "--stream", "0");
        } finally {
            Files.deleteIfExists(capture);
        }
    }

    /// A command that fails would teach the JVM the wrong things.
    private static void rehearse(Console console, ExitStatus expected, String... command) {
        int status = Main.run(console, command);
        if (status != expected.code()) {
            throw new IllegalStateException(List.of(command) + " ended with status " + status);
        }
    }

    private static void write(Path file) throws IOException {
        InetAddress host = InetAddress.getLoopbackAddress();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                CaptureWriter capture = CaptureWriter.open(out, LinkType.ETHERNET, "")) {
            List<ConnectionWriter> connections = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                Endpoint client = new Endpoint(host, 40_000 + i);
                connections.add(new ConnectionWriter(capture, client, new Endpoint(host, 12_345), i, 7 * i));
                connections.getLast().open(Instant.EPOCH);
            }
            for (int line = 0; line < LINES; line++) {
                for (int i = 0; i < CONNECTIONS; i++) {
                    String verb = i % 10 == 0 ? "SAY " : "GET ";
                    byte[] text = (verb + "rehearsal " + line + " of " + i + "\n")
                            .repeat(2)
                            .getBytes(StandardCharsets.UTF_8);
                    connections.get(i).clientSent(Instant.EPOCH, text);
                }
            }
        }
    }
}
