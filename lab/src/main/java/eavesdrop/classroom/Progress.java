package eavesdrop.classroom;

import eavesdrop.LabException;
import eavesdrop.worksheet.TextFile;
import eavesdrop.worksheet.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// How far a student has come: `progress.yml`.
///
/// @param hintsTaken how many hints were taken, by question
public record Progress(Map<String, Integer> hintsTaken) {
    /// Reads the file; where there is none, nothing has been done yet.
    ///
    /// @throws LabException when the file is there and cannot be understood
    public static Progress read(Path file) {
        if (!Files.exists(file)) {
            return new Progress(Map.of());
        }
        Map<String, Integer> hints = new TreeMap<>();
        if (Yaml.read(TextFile.read(file)) instanceof Yaml.Read read
                && read.value() instanceof Yaml.Fields all
                && all.fields().get("hints") instanceof Yaml.Fields taken) {
            taken.fields().forEach((id, count) -> hints.put(id, number(count, file)));
            return new Progress(hints);
        }
        throw unusable(file);
    }

    private static int number(Yaml count, Path file) {
        if (count instanceof Yaml.Text text && text.value().matches("\\d")) {
            return Integer.parseInt(text.value());
        }
        throw unusable(file);
    }

    private static LabException unusable(Path file) {
        return LabException.file(file + " cannot be understood.", "Delete it; it only counts the hints you took.");
    }

    /// How many hints of a question were taken.
    public int hints(String question) {
        return hintsTaken.getOrDefault(question, 0);
    }

    /// With one more hint taken, up to `most`.
    public Progress withHint(String question, int most) {
        Map<String, Integer> more = new TreeMap<>(hintsTaken);
        more.put(question, Math.min(most, hints(question) + 1));
        return new Progress(more);
    }

    /// Writes the file.
    public void write(Path file) {
        String hints = hintsTaken.entrySet().stream()
                .map(entry -> "  \"" + entry.getKey() + "\": " + entry.getValue() + "\n")
                .collect(Collectors.joining());
        try {
            Files.writeString(file, "# Which hints you took. Written by ./labw hint.\nhints:\n" + hints);
        } catch (IOException denied) {
            throw LabException.file(file + " cannot be written.", "May you write there? " + denied.getMessage());
        }
    }
}
