package eavesdrop.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// `--capture` and `--log`: the files of one run of the lab, where a person names them.
final class RunOption {
    @Option(names = "--capture", paramLabel = "FILE", description = "Default: the lab's own capture.")
    private @Nullable Path capture;

    @Option(names = "--log", paramLabel = "FILE", description = "The operator's log. Default: the lab's own, if any.")
    private @Nullable Path log;

    /// Whether a person named the run: then no other comes into question.
    boolean isNamed() {
        return capture != null || log != null;
    }

    /// The capture that was named.
    Optional<Path> capture() {
        return Optional.ofNullable(capture);
    }

    /// The log that was named; else the lab's own, but only beside the lab's own capture.
    Optional<Path> log() {
        return isNamed() ? Optional.ofNullable(log) : LabFiles.operatorLog();
    }

    /// Of the same run as the operator's log: `mallory-TIME.jsonl` lies beside `operator-TIME.jsonl`.
    Optional<Path> malloryLog() {
        return log().filter(operators -> name(operators).contains("operator"))
                .map(operators -> operators.resolveSibling(name(operators).replace("operator", "mallory")))
                .filter(Files::exists);
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
