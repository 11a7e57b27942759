package eavesdrop.exercise;

import eavesdrop.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// An exercise, as its manifest `exercises/labN.yml` describes it.
///
/// @param number of the lab
/// @param worksheet the name of its worksheet, without `.md`
/// @param scenario the name of the scenario in which the result can be seen
/// @param handIn the names of the files that a student writes and hands in
/// @param given the names of the other files of the lab, which stay as they are
/// @param outOfScope what the tests do not judge, in sentences
public record Exercise(
        int number,
        String title,
        String worksheet,
        String scenario,
        List<String> handIn,
        List<String> given,
        List<String> outOfScope,
        List<Part> parts) {

    /// One step of it, judged as a whole.
    ///
    /// @param id for example `4.2`; the tag of its tests, and the name of its TODOs
    /// @param goal one sentence
    /// @param hints three: a nudge, the concept, nearly the step
    public record Part(String id, String goal, int points, List<String> hints) {}

    /// Every exercise that has a manifest in this folder, by number.
    ///
    /// @throws LabException when the folder or a manifest in it cannot be read
    public static List<Exercise> all(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("lab\\d{1,2}\\.yml"))
                    .map(ManifestReader::read)
                    .sorted(Comparator.comparingInt(Exercise::number))
                    .toList();
        } catch (IOException missing) {
            throw LabException.file("The folder " + folder + " cannot be read.", "Restore it: it belongs to the kit.");
        }
    }

    /// Whether a file of this name is a student's own: a class beside those that the exercise asks for.
    public boolean isOwn(String name) {
        return name.matches("[A-Za-z]\\w*\\.java")
                && Stream.concat(handIn.stream(), given.stream()).noneMatch(name::equalsIgnoreCase);
    }

    /// All points that can be had.
    public int points() {
        return parts.stream().mapToInt(Part::points).sum();
    }

    public Optional<Part> part(String id) {
        return parts.stream().filter(part -> part.id().equals(id)).findFirst();
    }
}
