package eavesdrop.classroom;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The runs of the lab that a worksheet may be about: the newest, and those that are kept from before. These are read
/// when somebody asks for them, and once.
public final class LabRuns {
    private final LabRun newest;
    private final Optional<Path> data;
    private @Nullable List<LabRun> older;

    private LabRuns(LabRun newest, Optional<Path> data) {
        this.newest = newest;
        this.data = data;
    }

    /// @param data the folder where the files of all runs lie
    public static LabRuns keptIn(Path data, Path capture, Optional<Path> log, Optional<Path> mallory) {
        return new LabRuns(LabRun.of(capture, log, mallory), Optional.of(data));
    }

    /// One run, whose files a person named.
    public static LabRuns named(Path capture, Optional<Path> log, Optional<Path> mallory) {
        return new LabRuns(LabRun.of(capture, log, mallory), Optional.empty());
    }

    /// Whether a person named the run: then no other comes into question, whatever it is.
    boolean isNamed() {
        return data.isEmpty();
    }

    LabRun newest() {
        return newest;
    }

    /// The newest of them first.
    List<LabRun> older() {
        if (older == null) {
            older = data.map(LabRun::find).orElse(List.of()).stream()
                    .filter(run -> !run.capture().equals(newest.capture()))
                    .toList();
        }
        return older;
    }
}
