package eavesdrop.house;

import eavesdrop.worksheet.TextFile;
import eavesdrop.worksheet.Yaml.Fields;
import eavesdrop.worksheet.YamlSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// A mistake of the catalogue: a wrong solution.
///
/// @param folder of its files
/// @param title the mistake in the student's terms
/// @param caughtBy the part whose tests must fail
/// @param says words that the message of one of the failing tests must hold
record Mistake(Path folder, String title, String caughtBy, String says) {
    private static final Path CATALOGUE = HouseLab.SOLUTIONS.resolve("src/test/mistakes");

    /// The catalogued mistakes of one lab; empty when it has none.
    static List<Mistake> all(int lab) throws IOException {
        Path ofLab = CATALOGUE.resolve("lab" + lab);
        if (!Files.isDirectory(ofLab)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(ofLab)) {
            return folders.sorted().map(Mistake::read).toList();
        }
    }

    private static Mistake read(Path folder) {
        Path file = folder.resolve("mistake.yml");
        YamlSource source = new YamlSource(file.toString());
        Fields fields = source.parse(TextFile.read(file));
        source.onlyHas(fields, "title", "caught-by", "says");
        return new Mistake(
                folder,
                source.text(source.need(fields, "title")),
                source.text(source.need(fields, "caught-by")),
                source.text(source.need(fields, "says")));
    }
}
