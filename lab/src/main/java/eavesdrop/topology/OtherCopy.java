package eavesdrop.topology;

import eavesdrop.LabException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// Containers of this lab's name that another copy of the kit has started. Compose tells projects apart by their names
/// alone; where each was started from, it writes on every container.
///
/// @param folder the folder of that copy's `docker-compose.yml`
record OtherCopy(String folder) {
    /// The label in which compose keeps that folder.
    static final String LABEL = "com.docker.compose.project.working_dir";

    /// @param folders where each container of the project was started, one on a line
    /// @param own the folder of this copy's `docker-compose.yml`
    static Optional<OtherCopy> in(String folders, Path own) {
        return folders.lines()
                .map(String::strip)
                .filter(folder -> !folder.isEmpty() && !isTheSame(folder, own))
                .findFirst()
                .map(OtherCopy::new);
    }

    private static boolean isTheSame(String folder, Path own) {
        return real(Path.of(folder)).equals(real(own));
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException gone) {
            return folder.toAbsolutePath().normalize();
        }
    }

    /// What `status` says of this copy's own lab.
    String detail() {
        return "not running; the lab of another copy of the kit is, in " + folder;
    }

    /// Why this copy neither ends that lab nor takes its place.
    LabException refusal() {
        return LabException.machine(
                "A lab of another copy of the kit is up: the one in " + folder + ".",
                "End it there with './labw down', or from here with './labw down --force'. For both at a time, give this copy"
                        + " a name and ports of its own, in the file labs/.env: COMPOSE_PROJECT_NAME=second, LAB_PREFIX=second-,"
                        + " LAB_PORT=12346, LAB_PCAP_PORT=57013, one a line.");
    }
}
