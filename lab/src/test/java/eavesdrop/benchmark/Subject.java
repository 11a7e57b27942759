package eavesdrop.benchmark;

import eavesdrop.testing.FreePort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// A chat server under measurement, as a process of its own.
///
/// @param say what a client puts before a text
/// @param greeting whether a client must say HELLO
record Subject(String name, Process process, int port, String say, boolean greeting) implements AutoCloseable {
    /// The kit's server, with its operator log and the operator's view in files.
    static Subject eavesdrop(Path folder, String... javaOptions) throws IOException {
        int port = FreePort.find();
        List<String> command = Stream.of(
                        Stream.of(Path.of(System.getProperty("java.home"), "bin", "java")
                                .toString()),
                        Stream.of(javaOptions),
                        Stream.of("-cp", System.getProperty("java.class.path"), "eavesdrop.program.ServerMain"),
                        Stream.of("--bind", "127.0.0.1", "--port", "" + port, "--clients", "11000"),
                        Stream.of("--data", folder.toString()))
                .flatMap(part -> part)
                .toList();
        return start("eavesdrop", command, port, "SAY ", true);
    }

    static Subject ncat() throws IOException {
        int port = FreePort.find();
        List<String> command = List.of("ncat", "--chat", "-l", "--max-conns", "200", "127.0.0.1", "" + port);
        return start("ncat --chat", command, port, "", false);
    }

    private static Subject start(String name, List<String> command, int port, String say, boolean greeting)
            throws IOException {
        Path output = Files.createTempFile("benchmark", ".out");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        Subject subject = new Subject(name, process, port, say, greeting);
        subject.awaitListening();
        return subject;
    }

    private void awaitListening() throws IOException {
        while (process.isAlive()) {
            try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (IOException _) {
                Thread.onSpinWait();
            }
        }
        throw new IOException(name + " does not run");
    }

    /// Lets a client in.
    SocketChannel join(Crowd crowd) throws IOException {
        SocketChannel client = crowd.connect(port);
        if (greeting) {
            crowd.send(client, "HELLO client" + crowd.size() + "\n");
        }
        return client;
    }

    /// Resident memory in MiB (`VmRSS`, Linux).
    long residentMebibytes() throws IOException {
        try (Stream<String> status = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            return status.filter(line -> line.startsWith("VmRSS"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElseThrow();
        }
    }

    /// Processor time used so far. Other than the time on the clock, it does not depend on what else this machine does.
    double processorSeconds() {
        return process.info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
