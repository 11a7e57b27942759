package eavesdrop;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Something outside the kit is not as it must be, and the person can mend it: a program that this
/// machine lacks, or a file that cannot be used.
///
/// Carries two sentences for the person: what is wrong, and the remedy. Only `eavesdrop.cli`
/// and `eavesdrop.program` turn it into words on the screen and an exit status.
public final class LabException extends RuntimeException {
    /// What kind of thing is wrong; decides the exit status.
    public enum Kind {
        /// The machine lacks something: Docker, a program, a free port, a right.
        MACHINE,
        /// A file that was given cannot be used.
        FILE,
        /// The command was asked for something that does not exist or cannot be combined.
        USAGE
    }

    /// The remedy where something cannot be written.
    public static final String MAY_WRITE = "Make sure that you may write there, and that the disk is not full.";

    private final Kind kind;
    private final String what;
    private final String remedy;

    private LabException(Kind kind, String what, String remedy) {
        super(what);
        this.kind = kind;
        this.what = what;
        this.remedy = remedy;
    }

    /// This machine lacks something, for example a Docker engine or a free port.
    public static LabException machine(String what, String remedy) {
        return new LabException(Kind.MACHINE, what, remedy);
    }

    /// A file that was given cannot be used. `what` names the file.
    public static LabException file(String what, String remedy) {
        return new LabException(Kind.FILE, what, remedy);
    }

    /// A file or a folder that is to be made or changed cannot be written.
    public static LabException unwritable(Path place, IOException why) {
        return file(place + " cannot be written: " + reason(why) + ".", MAY_WRITE);
    }

    /// Such an exception's own text is often the name of a file and no more.
    private static String reason(IOException why) {
        return switch (why) {
            case AccessDeniedException _ -> "access is denied";
            case NoSuchFileException _ -> "its folder is not there";
            default -> String.valueOf(why.getMessage());
        };
    }

    /// What was asked for does not exist, for example a stream that the capture does not have.
    public static LabException usage(String what, String remedy) {
        return new LabException(Kind.USAGE, what, remedy);
    }

    public Kind kind() {
        return kind;
    }

    /// One sentence that says what is wrong.
    public String what() {
        return what;
    }

    /// One sentence that tells the person what to do next.
    public String remedy() {
        return remedy;
    }
}
