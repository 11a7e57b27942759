package eavesdrop.cli;

import eavesdrop.classroom.Progress;
import eavesdrop.exercise.Exercise.Part;
import java.util.List;

/// The hints for the parts of exercises. Which ones were taken is kept in `progress.yml`.
final class ExerciseHints {
    private ExerciseHints() {}

    /// The next hint for a part, and those before it. Where several parts are named, the next hint is
    /// for the first of them that is not done and has some left.
    static TakenHints next(List<Part> parts) {
        Part part = next(parts, Progress.read(LabFiles.progress()));
        return TakenHints.next(TakenHints.EXERCISE, part.id(), key(part), part.hints());
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
