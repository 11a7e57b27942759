package eavesdrop.exercises.wire;

import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Why an end failed, in words. The messages of some exceptions are a bare name, and do not say what was wrong
/// with it.
public final class Reason {
    private Reason() {}

    public static String of(IOException failure) {
        return switch (failure) {
            case NoSuchFileException missing ->
                "there is no file " + Path.of(String.valueOf(missing.getFile())).getFileName()
                        + " in the folder of its keys";
            case UnknownHostException unknown ->
                "it looks for the host " + unknown.getMessage() + ", to open a connection of its own. The TCP"
                        + " connection is there already: lay TLS over the socket that it is given";
            default -> String.valueOf(failure.getMessage());
        };
    }
}
