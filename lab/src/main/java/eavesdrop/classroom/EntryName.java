package eavesdrop.classroom;

import java.util.Arrays;

/// Names of files inside of a zip. One that could lead out of its folder, on any system, refuses the whole zip:
/// nobody makes such a name by accident.
final class EntryName {
    private EntryName() {}

    /// @throws Refused when the name is not that of a file below here
    static void check(String name) {
        boolean odd = name.isEmpty()
                || name.length() > SubmissionLimits.NAME
                || name.startsWith("/")
                || name.indexOf('\\') >= 0
                || name.indexOf(':') >= 0
                || name.chars().anyMatch(Character::isISOControl)
                || Arrays.asList(name.split("/", -1)).contains("..");
        if (odd) {
            throw new Refused(Mark.UNSAFE_NAME, "It holds a file whose name leads elsewhere: " + Shown.of(name) + ".");
        }
    }
}
