package eavesdrop.house;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.exercise.Exercise;
import eavesdrop.house.SourceMembers.Kind;
import eavesdrop.house.SourceMembers.Member;
import eavesdrop.worksheet.TextFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Solutions change nothing but what a student writes. Mistakes change what a student hands in.
class GivenCodeTest {
    private static final String STARTER = """
            package lab;

            /// Counts.
            public final class Counter {
                /// In bytes.
                static final int MOST = 10;

                private final int[] seen = {};

                static { System.gc(); }

                /// Adds one.
                public int next(int from) {
                    // TODO(9.1): add one. Source: worksheet
                    throw new TodoException("9.1", "add one");
                }

                int twice(int from) {
                    // Given.
                    return next(next(from));
                }

                record Pair(int left, String right) {}
            }
            """;

    private static final String SOLUTION = STARTER.replace(
            "// TODO(9.1): add one. Source: worksheet\n        throw new TodoException(\"9.1\", \"add one\");",
            "return plus(from);");

    static List<Exercise> exercises() {
        return Exercise.all(HouseLab.EXERCISES);
    }

    @ParameterizedTest
    @MethodSource("exercises")
    void aSolutionIsItsStarterWithTheTodosDone(Exercise exercise) throws IOException {
        Path folder = HouseLab.solutionsOf(exercise.number());
        assertThat(names(folder)).containsExactlyInAnyOrderElementsOf(exercise.handIn());
        Path starters = HouseLab.startersOf(exercise.number());
        for (String name : exercise.handIn()) {
            assertThat(GivenCode.differences(
                            TextFile.read(starters.resolve(name)), TextFile.read(folder.resolve(name))))
                    .as(name)
                    .isEmpty();
        }
    }

    /// A mistake may lie in what is given. But the tests that judge it were compiled against the solution
    /// (`HouseLab`), and a compiler copies constants from one class into another.
    @ParameterizedTest
    @MethodSource("exercises")
    void aMistakeIsInAFileThatIsHandedInAndLeavesConstantsAlone(Exercise exercise) throws IOException {
        for (Mistake mistake : Mistake.all(exercise.number())) {
            assertThat(names(mistake.folder())).as(mistake.title()).isNotEmpty().isSubsetOf(exercise.handIn());
            for (String name : names(mistake.folder())) {
                assertThat(constants(mistake.folder().resolve(name)))
                        .as("%s, %s", mistake.title(), name)
                        .isEqualTo(constants(
                                HouseLab.solutionsOf(exercise.number()).resolve(name)));
            }
        }
    }

    private static List<String> constants(Path file) {
        return SourceMembers.of(TextFile.read(file)).stream()
                .filter(member -> member.kind() == Kind.FIELD && !member.closed())
                .map(Member::head)
                .toList();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .toList();
        }
    }

    @Test
    void theBodyOfATodoMayDifferAndPrivateMembersAndImportsMayBeAdded() {
        String more = SOLUTION.replace("package lab;", "package lab;\n\nimport java.util.List;")
                .replace("    record Pair", """
                            private static int plus(int from) { return from + 1; }

                            private record Kept(List<String> all) { public int size() { return all.size(); } }

                            record Pair""");

        assertThat(GivenCode.differences(STARTER, more)).isEmpty();
    }

    @Test
    void aConstructorThatTheClassHasAnywayMayBeWritten() {
        String written = SOLUTION.replace("    /// Adds one.", "    public Counter() {}\n\n    /// Adds one.");

        assertThat(GivenCode.differences(STARTER, written)).isEmpty();
        String one = STARTER.replace("    /// Adds one.", "    Counter(int start) {}\n\n    /// Adds one.");
        String two = one.replace("Counter(int start) {}", "Counter(int start) {}\n\n    public Counter() {}");
        assertThat(GivenCode.differences(one, two)).containsExactly("Counter.<init>() is added and is not private");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            package lab               | package other                  | package is declared or described otherwise
            public final class        | public class                   | Counter is declared or described otherwise
            /// Counts.               | /// Weighs.                    | Counter is declared or described otherwise
            MOST = 10                 | MOST = 11                      | Counter.MOST is declared or described otherwise
            /// In bytes.             | /// In bits.                   | Counter.MOST is declared or described otherwise
            seen = {}                 | seen = {1}                     | Counter.seen is declared or described otherwise
            System.gc();              | ;                              | Counter.block 1 has no TODO, but another body
            /// Adds one.             | /// Adds two.                  | Counter.next(int) is declared or described otherwise
            public int next(int from) | public int next(int before)    | Counter.next(int) is declared or described otherwise
            public int next(int from) | public long next(int from)     | Counter.next(int) is declared or described otherwise
            public int next(int from) | public int next(long from)     | Counter.next(int) is missing
            next(next(from))          | next(from) + 1                 | Counter.twice(int) has no TODO, but another body
            // Given.                 | // Taken.                      | Counter.twice(int) has no TODO, but another body
            String right              | Object right                   | Counter.Pair.right is declared or described otherwise
            record Pair               | int more; record Pair          | Counter.more is added and is not private
            record Pair               | static void go() {} record Pair | Counter.go() is added and is not private
            """)
    void anythingElseIsADifference(String given, String changed, String says) {
        assertThat(GivenCode.differences(STARTER, SOLUTION.replace(given, changed)))
                .contains(says);
    }

    @Test
    void anotherOrderIsADifference() {
        String most = "    /// In bytes.\n    static final int MOST = 10;\n";
        String last = SOLUTION.replace(most, "").replace("    record Pair", most + "    record Pair");

        assertThat(GivenCode.differences(STARTER, last))
                .singleElement()
                .asString()
                .startsWith("the order is another");
    }
}
