package eavesdrop.topology;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Picks from what `docker compose build` prints the few lines that tell a person how far it is.
///
/// A step of which nothing has changed is taken from an earlier build, which the next line says. It is not told: a list
/// of such steps would look as if everything were built anew.
final class BuildProgress {
    // For example: #12 [chat_server build 3/7] RUN mvn package
    private static final Pattern STEP = Pattern.compile("#\\d+ \\[(.+?\\d+/\\d+)\\] (.+)");
    private static final Pattern NO_WORK = Pattern.compile("#\\d+ (CACHED|DONE 0\\.0s)");
    private static final int WIDTH = 100;

    private final Consumer<String> told;
    private Optional<String> begun = Optional.empty();

    /// @param told hears of each step that takes work
    BuildProgress(Consumer<String> told) {
        this.told = told;
    }

    /// Takes the next line that was printed.
    void hear(String line) {
        if (!NO_WORK.matcher(line).matches()) {
            begun.ifPresent(told);
        }
        begun = step(line);
    }

    static Optional<String> step(String line) {
        Matcher matcher = STEP.matcher(line);
        return matcher.matches()
                ? Optional.of(cut("  " + matcher.group(1) + "  " + matcher.group(2)))
                : Optional.empty();
    }

    /// The last line that speaks of an error, else the last line.
    static String lastError(String output) {
        String last = "it printed nothing";
        String error = "";
        for (String line : output.split("\n")) {
            if (!line.isBlank()) {
                last = line.strip();
            }
            if (line.contains("ERROR") || line.contains("error:") || line.contains("failed to solve")) {
                error = line.strip();
            }
        }
        return error.isEmpty() ? last : error;
    }

    private static String cut(String line) {
        return line.length() <= WIDTH ? line : line.substring(0, WIDTH - 1) + "…";
    }
}
