package eavesdrop.cli;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The command `labw` as a process of its own, with ports and folders of its own: a test does not touch the lab that
/// somebody is working in. Without Docker.
final class OwnLab {
    private final Path folder;
    private final Map<String, String> environment;

    /// @param status its exit status
    /// @param facts what it printed to standard output
    /// @param notes what it printed to standard error
    record Ended(int status, String facts, String notes) {
        /// All that a person saw.
        String output() {
            return facts + notes;
        }
    }

    /// @param folder for captures, logs and keys
    OwnLab(Path folder) throws IOException {
        this(folder, freePort());
    }

    /// @param port of the chat server
    OwnLab(Path folder, int port) throws IOException {
        this.folder = folder;
        this.environment = Map.of(
                "LAB_DATA", data().toString(),
                "LAB_KEYS", folder.resolve("keys").toString(),
                "LAB_PORT", String.valueOf(port),
                "LAB_PCAP_PORT", String.valueOf(freePort()));
    }

    /// Where captures and logs lie.
    Path data() {
        return folder.resolve("data");
    }

    /// What a person's client heard.
    Path transcript(String person) {
        return data().resolve(person + ".screen");
    }

    /// Runs a command to its end.
    Ended labw(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        Path notes = folder.resolve("notes.txt");
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(notes.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String facts = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), facts, Files.readString(notes));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
