package eavesdrop.testing;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.classroom.Ticket;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The kit's own commands, each as a process, in a lab without Docker that has its own ports, keys and data folder.
public final class Kit {
    private final Path folder;
    private final List<String> options = new ArrayList<>();
    private final int port;
    private final int pcapPort;

    /// How a command ended, and what it printed.
    ///
    /// @param facts on standard output
    /// @param notes on standard error
    public record Ended(int status, String facts, String notes) {
        /// All that a person saw.
        public String output() {
            return facts + notes;
        }
    }

    /// @param folder where the lab's files go
    public Kit(Path folder) {
        this(folder, FreePort.find());
    }

    /// @param port of the chat server
    public Kit(Path folder, int port) {
        this.folder = folder;
        this.port = port;
        this.pcapPort = FreePort.find();
    }

    /// A kit with a ticket of its own.
    ///
    /// @param folder becomes the home of the kit; its parts are those of this one
    public static Kit of(Path folder, String student) throws IOException {
        Path kit = Path.of("").toAbsolutePath().getParent();
        for (String part : List.of("labs", "exercises", "solutions", "worksheets")) {
            Files.createSymbolicLink(folder.resolve(part), kit.resolve(part));
        }
        Kit own = new Kit(folder);
        own.options.add("-Deavesdrop.home=" + folder);
        own.labw("start", "--student", student);
        return own;
    }

    /// The same on a machine with the settings of another country.
    public Kit speaking(String language, String country) {
        options.addAll(List.of("-Duser.language=" + language, "-Duser.country=" + country));
        return this;
    }

    /// The ticket of a kit that has its own.
    public Ticket ticket() {
        return Ticket.read(folder.resolve("student.yml"));
    }

    /// Where the server listens.
    public int port() {
        return port;
    }

    public Path capture() {
        return folder.resolve("data/dump.pcapng");
    }

    public Path operatorLog() {
        return folder.resolve("data/operator.jsonl");
    }

    /// What a person's client has heard so far.
    public String heard(String person) {
        try {
            return Files.readString(folder.resolve("data").resolve(person + ".heard"));
        } catch (IOException gone) {
            throw new AssertionError(gone);
        }
    }

    public Path malloryLog() {
        return folder.resolve("data/mallory.jsonl");
    }

    /// Runs a command that must end well.
    ///
    /// @return what it printed
    public String labw(String... arguments) {
        Ended ended = typing("", arguments);
        assertThat(ended.status()).as(ended.output()).isZero();
        return ended.output();
    }

    /// Runs a command, however it may end.
    public Ended ending(String... arguments) {
        return typing("", arguments);
    }

    /// Runs a command.
    ///
    /// @param typed what stands on its input
    public Ended typing(String typed, String... arguments) {
        try {
            Path notes = Files.createTempFile(folder, "notes", ".txt");
            Process process = start(notes, arguments);
            process.getOutputStream().write(typed.getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().close();
            String facts = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ended(process.waitFor(), facts, Files.readString(notes));
        } catch (IOException failed) {
            throw new AssertionError(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    private Process start(Path notes, String... arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(JavaCommand.with(options, "eavesdrop.cli.Main", arguments))
                .redirectError(notes.toFile());
        builder.environment().put("LAB_DATA", folder.resolve("data").toString());
        builder.environment().put("LAB_KEYS", folder.resolve("keys").toString());
        builder.environment().put("LAB_PORT", String.valueOf(port));
        builder.environment().put("LAB_PCAP_PORT", String.valueOf(pcapPort));
        return builder.start();
    }
}
