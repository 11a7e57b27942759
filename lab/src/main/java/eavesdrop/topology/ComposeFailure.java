package eavesdrop.topology;

import eavesdrop.LabException;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Turns what compose prints when it fails into one sentence and a remedy.
final class ComposeFailure {
    private static final Pattern CONTAINER = Pattern.compile("container (\\S+) (?:is unhealthy|exited \\()");

    private ComposeFailure() {}

    /// @param words gives what a container printed
    static LabException explain(LabSettings settings, String output, UnaryOperator<String> words) {
        if (output.contains("port is already allocated") || output.contains("address already in use")) {
            return LabException.machine(
                    "A port that the lab needs is in use: " + settings.port() + " or " + settings.pcapPort() + ".",
                    "End the program that uses it, or " + LabSettings.OTHER_PORTS + ".");
        }
        if (output.contains("is already in use by container")) {
            return LabException.machine(
                    "Containers with the lab's names are there already, from another copy of the lab.",
                    "Run './labw down' in that copy, or give this one names of its own, in the file labs/.env: LAB_PREFIX=second-");
        }
        if (output.contains("unhealthy") || output.contains("exited (")) {
            return LabException.machine(
                    "A container of the lab did not come up: " + lastLine(output) + itSays(output, words),
                    "See why with 'docker compose logs chat_server chat_wire' in the folder labs.");
        }
        return LabException.machine(
                "docker compose failed: " + lastLine(output), "Run './labw doctor' to see what this machine lacks.");
    }

    /// The last thing that the container itself said knows more than compose.
    private static String itSays(String output, UnaryOperator<String> words) {
        Matcher container = CONTAINER.matcher(output);
        return container.find() ? ". It says: " + lastLine(words.apply(container.group(1))) : "";
    }

    private static String lastLine(String output) {
        List<String> lines = Arrays.stream(output.split("\n"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        return lines.isEmpty() ? "it printed nothing" : lines.getLast();
    }
}
