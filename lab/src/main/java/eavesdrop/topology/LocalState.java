package eavesdrop.topology;

import eavesdrop.LabException;
import eavesdrop.WholeFile;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/// What the background process of the local lab leaves for the commands that come after it: who it is and
/// how to talk to it. It lies as `local.properties` beside the capture.
///
/// @param pid the process
/// @param started when that process began; a later process with the same number is another one
/// @param controlPort where it takes orders, on loopback
/// @param token what an order must begin with, so that no other user of this machine can give one
/// @param chatPort where the chat server listens, on loopback
/// @param scenario the name of what runs
/// @param classes the folder of its classes; empty where it has the kit's own
/// @param madeOf tells these classes and the keys from others, as `LabSettings.madeOf` does
record LocalState(
        long pid,
        Instant started,
        int controlPort,
        String token,
        int chatPort,
        String scenario,
        String classes,
        String madeOf) {
    private static final String FILE = "local.properties";

    static Optional<LocalState> read(Path data) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(data.resolve(FILE))) {
            properties.load(reader);
            return Optional.of(new LocalState(
                    Long.parseLong(properties.getProperty("pid", "")),
                    Instant.parse(properties.getProperty("started", "")),
                    Integer.parseInt(properties.getProperty("control", "")),
                    properties.getProperty("token", ""),
                    Integer.parseInt(properties.getProperty("chat", "")),
                    properties.getProperty("scenario", ""),
                    properties.getProperty("classes", ""),
                    properties.getProperty("made-of", "")));
        } catch (IOException | RuntimeException missingOrDamaged) {
            return Optional.empty();
        }
    }

    /// A reader sees all of it or nothing.
    void write(Path data) {
        Properties properties = new Properties();
        properties.setProperty("pid", String.valueOf(pid));
        properties.setProperty("started", started.toString());
        properties.setProperty("control", String.valueOf(controlPort));
        properties.setProperty("token", token);
        properties.setProperty("chat", String.valueOf(chatPort));
        properties.setProperty("scenario", scenario);
        properties.setProperty("classes", classes);
        properties.setProperty("made-of", madeOf);
        StringWriter text = new StringWriter();
        try {
            properties.store(text, "The local lab that runs now");
            WholeFile.writeForOwner(data.resolve(FILE), text.toString());
        } catch (IOException unwritable) {
            throw LabException.machine(
                    "Nothing can be written to " + data + ".", "Check its permissions and free space.");
        }
    }

    static void forget(Path data) {
        try {
            Files.deleteIfExists(data.resolve(FILE));
        } catch (IOException undeletable) {
            // A state whose process is gone counts for nothing; see isAlive.
        }
    }

    /// The process, if it lives and is the one that wrote this.
    Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isTheSame);
    }

    boolean isAlive() {
        return process().isPresent();
    }

    private boolean isTheSame(ProcessHandle handle) {
        return handle.info().startInstant().map(started::equals).orElse(true);
    }
}
