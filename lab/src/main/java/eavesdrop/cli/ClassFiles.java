package eavesdrop.cli;

import java.nio.file.Path;

/// Where the instructor's files lie, unless told otherwise: in the folder `class` of the kit, which is part of no
/// commit, and which the container `lab` sees too.
final class ClassFiles {
    private ClassFiles() {}

    static Path folder() {
        return LabFiles.home().resolve("class");
    }

    /// The secret from which all tickets follow.
    static Path courseKey() {
        return folder().resolve("course.key");
    }

    static Path tickets() {
        return folder().resolve("tickets");
    }
}
