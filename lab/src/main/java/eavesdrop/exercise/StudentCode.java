package eavesdrop.exercise;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Tells what the student wrote from what the tests, the kit and the JDK do.
///
/// @param classes where the compiled exercise lies, without its tests
public record StudentCode(Path classes) {
    private static final String TODO = "eavesdrop.exercises.TodoException";

    boolean owns(StackTraceElement frame) {
        String name = frame.getClassName();
        return name.startsWith("eavesdrop.exercises.")
                && !name.equals(TODO)
                && Files.exists(classes.resolve(name.replace('.', '/') + ".class"));
    }

    /// The innermost call of the student's.
    ///
    /// @param frames the innermost first
    public Optional<StackTraceElement> place(Collection<StackTraceElement> frames) {
        return frames.stream().filter(this::owns).findFirst();
    }

    /// Of several stacks, the first that runs the student's code; else the first.
    List<StackTraceElement> blamed(List<List<StackTraceElement>> stacks) {
        return stacks.stream()
                .filter(stack -> place(stack).isPresent())
                .findFirst()
                .orElse(stacks.isEmpty() ? List.of() : stacks.getFirst());
    }
}
