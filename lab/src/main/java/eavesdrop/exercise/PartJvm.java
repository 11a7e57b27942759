package eavesdrop.exercise;

import eavesdrop.LabException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Starts a JVM for the tests of one part, and sees to it that it ends.
///
/// The JVM watches itself (`TestJvm`). Here stands what holds when it cannot: when it does not answer any more, or
/// prints past its own counting.
///
/// @param mainClass the class whose `main` runs a `TestJvm`
/// @param classPath the kit and the libraries of the tests
/// @param folder in which the tests run
/// @param place where it runs
record PartJvm(String mainClass, List<Path> classPath, Path folder, RunLimits limits, JvmPlace place) {
    /// How much longer than its own limit the JVM may take: it has to start, and to tell where it stands.
    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final int KEPT = 64 << 10;

    /// @return what happened, told by the tests and by how the JVM ended
    Ending run(Compiled compiled, String packageName, String part) {
        try (TemporaryFolder own = TemporaryFolder.make()) {
            Path events = Files.createFile(own.path().resolve("part.events"));
            Duration atMost = limits.time().plus(GRACE).plus(place.start());
            return run(new JvmCall(mainClass, classPath, compiled, packageName, part, events, folder, limits, atMost));
        } catch (IOException failed) {
            throw LabException.machine(
                    "The tests cannot be started: " + failed.getMessage(),
                    "Make room in the temporary folder of this machine: " + System.getProperty("java.io.tmpdir"));
        }
    }

    private Ending run(JvmCall call) throws IOException {
        Ending ending = runToItsEnd(call);
        if (ending.events().isEmpty()) {
            place.needWorking(call);
        }
        return ending;
    }

    private Ending runToItsEnd(JvmCall call) throws IOException {
        Path events = call.events();
        Process process = new ProcessBuilder(place.command(call))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        try {
            process.getOutputStream().close();
            Kept kept = new Kept();
            Thread reader = Thread.ofVirtual().start(() -> drain(process, kept));
            boolean inTime = process.waitFor(call.atMost().toMillis(), TimeUnit.MILLISECONDS);
            end(process);
            reader.join(GRACE);
            boolean cleared = !Files.exists(events);
            return new Ending(EventFile.read(events), cleared, kept.text(), kept.flooded, inTime, process.waitFor());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw LabException.machine("The tests were interrupted.", "Start them again.");
        } finally {
            end(process);
        }
    }

    /// What it started itself ends with it.
    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /// Takes away what is printed, so that the JVM never waits for us, and keeps the beginning.
    private void drain(Process process, Kept kept) {
        byte[] buffer = new byte[1 << 16];
        long all = 0;
        try (InputStream printed = process.getInputStream()) {
            for (int read = printed.read(buffer); read >= 0; read = printed.read(buffer)) {
                kept.add(buffer, read);
                all += read;
                if (all > 2 * limits.printed()) {
                    kept.flooded = true;
                    end(process);
                }
            }
        } catch (IOException ended) {
            // What was read until then is kept.
        }
    }

    /// The beginning of what was printed.
    private static final class Kept {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private volatile boolean flooded;

        synchronized void add(byte[] buffer, int length) {
            bytes.write(buffer, 0, Math.min(length, KEPT - bytes.size()));
        }

        synchronized String text() {
            return bytes.toString(StandardCharsets.UTF_8);
        }
    }
}
