package eavesdrop.program;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.testing.JavaCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// `ServerMain` as a process of its own.
final class ServerProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader out;

    private ServerProcess(Process process) {
        this.process = process;
        this.out = process.inputReader(StandardCharsets.UTF_8);
    }

    static ServerProcess start(String... arguments) throws IOException {
        return start(Map.of(), arguments);
    }

    /// @param environment what it finds there beside the usual
    static ServerProcess start(Map<String, String> environment, String... arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(JavaCommand.of(ServerMain.class.getName(), arguments));
        builder.environment().putAll(environment);
        return new ServerProcess(builder.start());
    }

    /// Waits until it listens; returns the port.
    int port() throws IOException {
        return portIn("listening on port ");
    }

    /// The port of pcap over IP. To be asked after `port`.
    int pcapPort() throws IOException {
        return portIn("TCP@127.0.0.1:");
    }

    private int portIn(String before) throws IOException {
        String line = out.readLine();
        assertThat(line).as("next line on standard output").contains(before);
        return Integer.parseInt(line.substring(line.indexOf(before) + before.length()));
    }

    /// SIGTERM. (`Process.destroy` would close its standard output too.)
    void terminate() {
        process.toHandle().destroy();
    }

    /// SIGKILL.
    void kill() {
        process.destroyForcibly();
    }

    int exitStatus() throws InterruptedException {
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).as("has ended").isTrue();
        return process.exitValue();
    }

    /// What is left of its standard output.
    List<String> output() {
        return out.lines().collect(Collectors.toList());
    }

    String errors() throws IOException {
        return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
