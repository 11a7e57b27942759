package eavesdrop.classroom;

import eavesdrop.LabException;
import eavesdrop.WholeFile;
import eavesdrop.worksheet.TextFile;
import eavesdrop.worksheet.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// How far a student has come: `progress.yml`.
///
/// @param hintsTaken how many hints were taken, by question
/// @param best the best result so far in whole percent, by worksheet
/// @param parts the points of the parts of exercises that passed their tests, by part (`4.2`)
/// @param spoiled how often Eve's view was shown with the student's own codewords before worksheet 2 was right
public record Progress(
        Map<String, Integer> hintsTaken, Map<String, Integer> best, Map<String, Integer> parts, int spoiled) {
    /// Nothing has been done yet.
    public static final Progress NONE = new Progress(Map.of(), Map.of(), Map.of(), 0);

    private static final String SPOILED = "spoiled";

    public Progress {
        hintsTaken = Collections.unmodifiableMap(new TreeMap<>(hintsTaken));
        best = Collections.unmodifiableMap(new TreeMap<>(best));
        parts = Collections.unmodifiableMap(new TreeMap<>(parts));
    }

    /// A change of the file.
    ///
    /// @param before what the file said
    /// @param after what it says now
    public record Changed(Progress before, Progress after) {
        public boolean isNone() {
            return after.equals(before);
        }
    }

    /// Changes the file. Several terminals may do so at once: each change is put on top of the one before.
    ///
    /// @throws LabException when the file cannot be understood or written
    public static Changed change(Path file, UnaryOperator<Progress> change) {
        try (FileTurn _ = FileTurn.at(file)) {
            Progress before = read(file);
            Changed changed = new Changed(before, change.apply(before));
            if (!changed.isNone()) {
                changed.after().write(file);
            }
            return changed;
        }
    }

    /// Reads the file; where there is none, nothing has been done yet.
    ///
    /// @throws LabException when the file is there and cannot be understood
    public static Progress read(Path file) {
        if (!Files.exists(file)) {
            return NONE;
        }
        if (Yaml.read(TextFile.read(file)) instanceof Yaml.Read read && read.value() instanceof Yaml.Fields all) {
            Yaml spoiled = all.fields().get(SPOILED);
            return new Progress(
                    numbers(all, "hints", file),
                    numbers(all, "best", file),
                    numbers(all, "exercises", file),
                    spoiled == null ? 0 : number(spoiled, file));
        }
        throw unusable(file);
    }

    private static Map<String, Integer> numbers(Yaml.Fields all, String name, Path file) {
        Map<String, Integer> numbers = new TreeMap<>();
        switch (all.fields().get(name)) {
            case null -> {}
            case Yaml.Text text when text.value().isEmpty() -> {}
            case Yaml.Fields fields -> fields.fields().forEach((id, count) -> numbers.put(id, number(count, file)));
            case Yaml.Text _, Yaml.Items _ -> throw unusable(file);
        }
        return numbers;
    }

    private static int number(Yaml count, Path file) {
        if (count instanceof Yaml.Text text && text.value().matches("\\d{1,3}")) {
            return Integer.parseInt(text.value());
        }
        throw unusable(file);
    }

    private static LabException unusable(Path file) {
        return LabException.file(
                file + " cannot be understood.", "Delete it; it only keeps your best results and the hints you took.");
    }

    /// How many hints of a question were taken.
    public int hints(String question) {
        return hintsTaken.getOrDefault(question, 0);
    }

    /// The best result of a worksheet in percent; 0 where it was never checked.
    public int best(int worksheet) {
        return best.getOrDefault(String.valueOf(worksheet), 0);
    }

    /// With one more hint taken, up to `most`.
    public Progress withHint(String question, int most) {
        Map<String, Integer> more = new TreeMap<>(hintsTaken);
        more.put(question, Math.min(most, hints(question) + 1));
        return new Progress(more, best, parts, spoiled);
    }

    /// With the result of a worksheet, if it is the best so far.
    public Progress withResult(int worksheet, int percent) {
        Map<String, Integer> better = new TreeMap<>(best);
        better.merge(String.valueOf(worksheet), percent, Math::max);
        return new Progress(hintsTaken, better, parts, spoiled);
    }

    /// With the points of a part of an exercise that passed its tests.
    public Progress withPart(String part, int points) {
        Map<String, Integer> more = new TreeMap<>(parts);
        more.merge(part, points, Math::max);
        return new Progress(hintsTaken, best, more, spoiled);
    }

    /// With one more look at the codewords.
    public Progress withSpoiled() {
        return new Progress(hintsTaken, best, parts, Math.min(999, spoiled + 1));
    }

    private void write(Path file) {
        String text =
                "# Your best results, and the help you took. Written by ./labw check, exercise, hint and reveal.\n"
                        + "hints:\n" + lines(hintsTaken) + "best:\n" + lines(best) + "exercises:\n" + lines(parts)
                        + SPOILED + ": " + spoiled + "\n";
        try {
            WholeFile.write(file, text);
        } catch (IOException denied) {
            throw LabException.unwritable(file, denied);
        }
    }

    private static String lines(Map<String, Integer> numbers) {
        return numbers.entrySet().stream()
                .map(entry -> "  \"" + entry.getKey() + "\": " + entry.getValue() + "\n")
                .collect(Collectors.joining());
    }
}
