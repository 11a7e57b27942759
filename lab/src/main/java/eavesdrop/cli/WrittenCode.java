package eavesdrop.cli;

import eavesdrop.LabException;
import eavesdrop.classroom.HandedCode;
import eavesdrop.exercise.Exercise;
import eavesdrop.exercise.Exercise.Part;
import eavesdrop.worksheet.TextFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a student has written for the exercises, ready to be handed in.
///
/// @param files by their names in a submission; all files of an exercise that was begun, so that they compile
/// @param missing what is not written yet, in sentences
/// @param begun the numbers of the exercises
record WrittenCode(Map<String, Path> files, List<String> missing, List<Integer> begun) {
    /// @param numbers of the exercises; all when it is empty
    static WrittenCode of(List<Integer> numbers) {
        WrittenCode code = new WrittenCode(new TreeMap<>(), new ArrayList<>(), new ArrayList<>());
        if (Files.isDirectory(Exercises.folder())) {
            Exercises.all().stream()
                    .filter(exercise -> numbers.isEmpty() || numbers.contains(exercise.number()))
                    .forEach(code::add);
        }
        return code;
    }

    /// An exercise is begun when one of its parts has no TODO left. One that is not begun is nobody's duty.
    private void add(Exercise exercise) {
        Map<String, Path> written = files(exercise);
        if (!written.values().stream().allMatch(Files::isRegularFile)) {
            missing.add("Exercise " + exercise.number() + " is left out: of its files " + exercise.handIn()
                    + ", not all are there.");
            return;
        }
        List<String> open = open(exercise, written);
        if (open.size() < exercise.parts().size()) {
            begun.add(exercise.number());
            files.putAll(written);
            files.putAll(ownFiles(exercise));
            if (!open.isEmpty()) {
                missing.add("Exercise " + exercise.number() + " is not done: " + String.join(", ", open)
                        + " is still to be written.");
            }
        }
    }

    /// The parts of an exercise that still have a TODO.
    static List<String> open(int number) {
        return Exercises.all().stream()
                .filter(exercise -> exercise.number() == number)
                .map(exercise -> open(exercise, files(exercise)))
                .findFirst()
                .orElse(List.of());
    }

    /// The exercises in words: `2, 4`.
    String numbers() {
        return begun.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static Map<String, Path> files(Exercise exercise) {
        Map<String, Path> files = new TreeMap<>();
        exercise.handIn().forEach(name -> put(exercise, folder(exercise).resolve(name), files));
        return files;
    }

    /// Classes that the student wrote beside those that were asked for: without them the others do not compile.
    private static Map<String, Path> ownFiles(Exercise exercise) {
        Map<String, Path> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(folder(exercise))) {
            all.filter(Files::isRegularFile)
                    .filter(file -> exercise.isOwn(file.getFileName().toString()))
                    .forEach(file -> put(exercise, file, files));
        } catch (IOException unreadable) {
            throw LabException.file(
                    folder(exercise) + " cannot be read.",
                    "Make sure that the folder is there and that you may read it.");
        }
        return files;
    }

    private static void put(Exercise exercise, Path file, Map<String, Path> files) {
        files.put(HandedCode.name(exercise.number(), file.getFileName().toString()), file);
    }

    private static Path folder(Exercise exercise) {
        return Exercises.folder().resolve("src/main/java/eavesdrop/exercises/lab" + exercise.number());
    }

    private static List<String> open(Exercise exercise, Map<String, Path> files) {
        String all =
                String.join("\n", files.values().stream().map(TextFile::read).toList());
        return exercise.parts().stream()
                .map(Part::id)
                .filter(id -> all.contains("TodoException(\"" + id + "\""))
                .toList();
    }
}
