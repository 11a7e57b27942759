package eavesdrop.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Wireshark's own judgement of a capture, where `tshark` is installed. A test that asks for it is
/// skipped where it is not.
public final class Tshark {
    private Tshark() {}

    /// Skips the test that calls it, unless `tshark` can be run here.
    public static void required() {
        assumeTrue(
                installed(),
                "tshark is not installed, so Wireshark cannot be asked; install it: sudo apt install tshark");
    }

    public static boolean installed() {
        try {
            Process process = new ProcessBuilder("tshark", "--version")
                    .redirectErrorStream(true)
                    .start();
            process.getInputStream().readAllBytes();
            return process.waitFor() == 0;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /// The lines that `tshark -r CAPTURE ARGUMENTS` prints. Waits for its end.
    public static List<String> lines(Path capture, String... arguments) {
        List<String> command = new ArrayList<>(List.of("tshark", "-n", "-r", capture.toString()));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return output.lines().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /// One row for each packet that the display filter lets through, its fields divided by tabs.
    public static List<String> fields(Path capture, String filter, String... fields) {
        List<String> arguments = new ArrayList<>(List.of("-Y", filter, "-T", "fields"));
        for (String field : fields) {
            arguments.add("-e");
            arguments.add(field);
        }
        return lines(capture, arguments.toArray(String[]::new));
    }
}
