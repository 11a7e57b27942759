package eavesdrop.cli;

import eavesdrop.classroom.Progress;
import eavesdrop.console.Console;
import eavesdrop.exercise.Exercise.Part;
import java.util.List;

/// The hints for the parts of exercises. Which ones were taken is kept in `progress.yml`.
final class ExerciseHints {
    private ExerciseHints() {}

    /// Prints the next hint for a part, and those before it. Where several parts are named, the next hint is for the
    /// first of them that is not done and has some left.
    static void print(Console console, List<Part> parts) {
        Part part = next(parts, Progress.read(LabFiles.progress()));
        int most = part.hints().size();
        Progress.Changed changed = Progress.change(LabFiles.progress(), progress -> progress.withHint(key(part), most));
        for (int at = 0; at < changed.after().hints(key(part)); at++) {
            console.print(part.id() + ", hint " + (at + 1) + " of " + most + ": "
                    + part.hints().get(at));
        }
        if (changed.isNone()) {
            console.note("There is no further hint for " + part.id() + ".");
        }
    }

    private static Part next(List<Part> parts, Progress progress) {
        return parts.stream()
                .filter(one -> !progress.parts().containsKey(one.id()) || parts.size() == 1)
                .filter(one -> progress.hints(key(one)) < one.hints().size())
                .findFirst()
                .orElse(parts.getLast());
    }

    /// How many were taken.
    static int taken(Progress progress, List<Part> parts) {
        return parts.stream().mapToInt(part -> progress.hints(key(part))).sum();
    }

    /// Questions of worksheets have the same numbers, so the hints of exercises are kept under another name.
    private static String key(Part part) {
        return "exercise " + part.id();
    }
}
