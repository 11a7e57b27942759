package eavesdrop.console;

import eavesdrop.LabException;

/// How a command ended. Scripts and graders build on these numbers.
public enum ExitStatus {
    /// As wished.
    OK(0),
    /// An answer or a test is wrong.
    WRONG(1),
    /// The command line could not be understood.
    USAGE(2),
    /// This machine lacks something; the message names it and how to get it.
    MACHINE(3),
    /// A file that was given cannot be used.
    FILE(4),
    /// A defect of the kit itself.
    DEFECT(5);

    private final int code;

    ExitStatus(int code) {
        this.code = code;
    }

    /// The status of a command that ended with a known problem.
    public static ExitStatus of(LabException problem) {
        return switch (problem.kind()) {
            case MACHINE -> MACHINE;
            case FILE -> FILE;
            case USAGE -> USAGE;
        };
    }

    public int code() {
        return code;
    }
}
