package eavesdrop.exercise;

import eavesdrop.exercise.Exercise.Part;
import eavesdrop.worksheet.TextFile;
import eavesdrop.worksheet.Yaml;
import eavesdrop.worksheet.Yaml.Fields;
import eavesdrop.worksheet.YamlSource;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Reads the manifest of an exercise. `CONTRIBUTING.md` describes the format for those who write one.
final class ManifestReader {
    private static final int HINTS = 3;

    private final YamlSource source;
    private final int number;

    private ManifestReader(Path file) {
        this.source = new YamlSource(file.toString());
        this.number = Integer.parseInt(file.getFileName().toString().replaceAll("\\D", ""));
    }

    /// @param file its name holds the number of the lab: `lab4.yml`
    static Exercise read(Path file) {
        return new ManifestReader(file).exercise(TextFile.read(file));
    }

    private Exercise exercise(String text) {
        Fields all = source.parse(text);
        source.onlyHas(all, "title", "worksheet", "scenario", "hand-in", "given", "out-of-scope", "parts");
        return new Exercise(
                number,
                source.text(source.need(all, "title")),
                source.text(source.need(all, "worksheet")),
                source.text(source.need(all, "scenario")),
                texts(all, "hand-in"),
                texts(all, "given"),
                texts(all, "out-of-scope"),
                parts(source.need(all, "parts")));
    }

    private List<Part> parts(Yaml value) {
        List<Part> parts = source.items(value).stream().map(this::part).toList();
        Set<String> ids = new HashSet<>();
        for (Part part : parts) {
            if (!part.id().matches(number + "\\.\\d{1,2}") || !ids.add(part.id())) {
                throw source.wrong(
                        value.line(), "a part of this exercise is called " + number + ".1 or the like, once");
            }
        }
        return parts;
    }

    private Part part(Yaml value) {
        Fields fields = source.fields(value);
        source.onlyHas(fields, "id", "goal", "points", "hints");
        List<String> hints = texts(fields, "hints");
        if (hints.size() != HINTS) {
            throw source.wrong(fields.line(), "a part has " + HINTS + " hints");
        }
        return new Part(
                source.text(source.need(fields, "id")),
                source.text(source.need(fields, "goal")),
                source.number(source.need(fields, "points")),
                hints);
    }

    private List<String> texts(Fields fields, String name) {
        return source.items(source.need(fields, name)).stream()
                .map(source::text)
                .toList();
    }
}
