package eavesdrop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.console.ExitStatus;
import eavesdrop.testing.Kit;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Each exercise can be begun with, whatever of the others is done: its tests need no class of another exercise
/// that its starters do not bring.
class StartersRunTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6})
    void anUntouchedExerciseSaysWhatIsToBeDone(int number) {
        Kit.Ended ended = new Kit(folder).typing("", "exercise", String.valueOf(number));

        assertThat(ended.output())
                .contains(number + ".1")
                .contains("not done yet")
                .doesNotContain("compile");
        assertThat(ended.status()).isEqualTo(ExitStatus.WRONG.code());
    }
}
