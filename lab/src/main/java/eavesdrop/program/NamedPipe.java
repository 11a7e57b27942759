package eavesdrop.program;

import eavesdrop.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A named pipe in the file system (mkfifo(1)), through which another process can type for this person.
final class NamedPipe {
    private NamedPipe() {}

    /// The pipe at this path; makes it if there is nothing.
    ///
    /// @throws LabException if something else is there, or no pipe can be made
    static Path at(Path path) {
        if (Files.notExists(path) && !made(path)) {
            throw LabException.file(
                    "No pipe can be made at " + path + ".", "Give a path in a folder that you may write to.");
        }
        if (Files.isRegularFile(path) || Files.isDirectory(path)) {
            throw LabException.file(path + " is not a named pipe.", "Remove it, or give another path.");
        }
        return path;
    }

    private static boolean made(Path path) {
        try {
            return new ProcessBuilder("mkfifo", "-m", "600", path.toString())
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noSuchCommand) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
