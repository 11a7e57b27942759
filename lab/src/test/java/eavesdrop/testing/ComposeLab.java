package eavesdrop.testing;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The lab in real containers, from `labs/docker-compose.yml`, beside whatever else runs on this machine: with its own
/// names, ports and data folder.
public final class ComposeLab implements AutoCloseable {
    private final String project =
            "eavesdrop-test-" + UUID.randomUUID().toString().substring(0, 8);
    private final Path data;
    private final int port = freePort();
    private final int pcapPort = freePort();

    private ComposeLab(Path data) {
        this.data = data;
    }

    /// Builds the images if the sources have changed, and starts the lab. Returns when its containers run.
    public static ComposeLab up(Path data) throws IOException, InterruptedException {
        ComposeLab lab = new ComposeLab(data);
        // The container's user is another one than whoever runs this test.
        if (!data.toFile().setWritable(true, false) || !data.toFile().setReadable(true, false)) {
            throw new IOException("cannot open " + data + " to the container's user");
        }
        lab.compose("up", "-d", "--build");
        return lab;
    }

    /// The name of a container, for example of `chat_client_1`.
    public String container(String service) {
        return project + "-" + service;
    }

    /// Runs `docker compose` on this lab. Fails with its output.
    public String compose(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("docker", "compose", "-p", project));
        command.addAll(List.of(arguments));
        return run(command);
    }

    /// Runs `docker`. Fails with its output.
    public String docker(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("docker"));
        command.addAll(List.of(arguments));
        return run(command);
    }

    private String run(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(labs()).redirectErrorStream(true);
        builder.environment().putAll(settings());
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError(String.join(" ", command) + " failed:\n" + output);
        }
        return output;
    }

    private Map<String, String> settings() {
        return Map.of(
                "LAB_PREFIX", project + "-",
                "LAB_DATA", data.toString(),
                "LAB_PORT", Integer.toString(port),
                "LAB_PCAP_PORT", Integer.toString(pcapPort));
    }

    /// The folder `labs`: tests run in `lab/`, or in the root of the project.
    private static File labs() {
        Path here = Path.of("").toAbsolutePath();
        Path root = Files.exists(here.resolve("labs/docker-compose.yml")) ? here : here.getParent();
        return root.resolve("labs").toFile();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException noPort) {
            throw new AssertionError(noPort);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            compose("down", "--timeout", "10");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
