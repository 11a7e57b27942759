package eavesdrop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.console.Console;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/// What the Tab key offers is what a person types.
class CompletionTest {
    private static String script() {
        StringWriter out = new StringWriter();
        Main.run(
                new Console(new PrintWriter(out, true), new PrintWriter(new StringWriter()), false),
                "generate-completion");
        return out.toString();
    }

    @Test
    void offersValuesAsTheyAreTyped() {
        assertThat(script())
                .contains(
                        "(\"compose\" \"local\") # --topology values", "(\"exercises\" \"solutions\") # --with values")
                .doesNotContain("\"COMPOSE\"", "\"TEXT\"");
    }

    @Test
    void offersTheScenariosAndTheNumbersOfTheLabs() {
        assertThat(script())
                .containsPattern("\"e2e\" \"forger\" .*\"tls\" .*# --scenario values")
                .containsPattern("\"1\" \"2\" \"3\" \"4\" \"5\" \"6\"");
    }

    @Test
    void offersTheRungsOfTheMatrix() {
        assertThat(script())
                .containsPattern("\"plain\" \"tls\" .*\"e2e\".*# --rung values")
                .doesNotContainPattern("\"forger\".*# --rung values");
    }
}
