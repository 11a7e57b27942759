package eavesdrop.house;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.exercise.Exercise;
import eavesdrop.exercise.Exercise.Part;
import eavesdrop.exercise.Outcome;
import eavesdrop.exercise.Outcome.Failing;
import eavesdrop.exercise.Outcome.Failure;
import eavesdrop.exercise.Outcome.Right;
import eavesdrop.worksheet.TextFile;
import eavesdrop.worksheet.Yaml.Fields;
import eavesdrop.worksheet.YamlSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every mistake of the catalogue compiles, is caught by the test that should, and is named in the student's terms.
class MistakesTest {
    private static final Path CATALOGUE = HouseLab.SOLUTIONS.resolve("src/test/mistakes");

    /// @param caughtBy the part whose tests must fail
    /// @param says words that the message of one of the failing tests must hold
    private record Mistake(int lab, Path folder, String title, String caughtBy, String says) {
        static Mistake read(Path file) {
            YamlSource source = new YamlSource(file.toString());
            Fields fields = source.parse(TextFile.read(file));
            source.onlyHas(fields, "title", "caught-by", "says");
            Path folder = file.getParent();
            int lab =
                    Integer.parseInt(folder.getParent().getFileName().toString().replace("lab", ""));
            return new Mistake(
                    lab,
                    folder,
                    source.text(source.need(fields, "title")),
                    source.text(source.need(fields, "caught-by")),
                    source.text(source.need(fields, "says")));
        }
    }

    @TestFactory
    Stream<DynamicTest> isCaughtByTheTestThatShould() throws IOException {
        return mistakes().stream()
                .map(mistake ->
                        DynamicTest.dynamicTest(mistake.lab() + " " + mistake.title(), () -> assertCaught(mistake)));
    }

    private static void assertCaught(Mistake mistake) {
        Exercise exercise = Exercise.all(HouseLab.EXERCISES).stream()
                .filter(one -> one.number() == mistake.lab())
                .findFirst()
                .orElseThrow();
        Part catching = exercise.part(mistake.caughtBy()).orElseThrow();
        List<Part> upToIt = exercise.parts().subList(0, exercise.parts().indexOf(catching) + 1);
        Map<String, Outcome> outcomes = HouseLab.run(HouseLab.solutions(mistake.lab(), mistake.folder()), upToIt);
        outcomes.forEach((part, outcome) -> {
            if (part.equals(mistake.caughtBy())) {
                assertThat(outcome)
                        .isInstanceOfSatisfying(
                                Failing.class,
                                failing -> assertThat(failing.failures())
                                        .extracting(Failure::what)
                                        .anySatisfy(what -> assertThat(what).contains(mistake.says())));
            } else {
                assertThat(outcome).as("part " + part).isInstanceOf(Right.class);
            }
        });
    }

    private static List<Mistake> mistakes() throws IOException {
        if (!Files.isDirectory(CATALOGUE)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(CATALOGUE)) {
            return files.filter(file -> file.endsWith("mistake.yml"))
                    .sorted()
                    .map(Mistake::read)
                    .toList();
        }
    }
}
