package eavesdrop.topology;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.topology.LocalControl.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalControlTest {
    @TempDir
    Path data;

    @Test
    void carriesOutTheOrdersOfThoseWhoKnowTheToken() throws IOException {
        List<String> orders = new CopyOnWriteArrayList<>();
        try (LocalControl control = LocalControl.listen("secret", order -> answer(orders, order))) {
            assertThat(LocalControl.ask(state(control, "secret"), "TYPE alice ñ 漢字")
                            .worked())
                    .isTrue();
            assertThat(LocalControl.ask(state(control, "guessed"), "STOP").worked())
                    .isFalse();
        }
        assertThat(orders).containsExactly("TYPE alice ñ 漢字");
    }

    @Test
    void saysNoWhenNobodyIsThere() throws IOException {
        LocalState gone;
        try (LocalControl control = LocalControl.listen("secret", _ -> Answer.ok())) {
            gone = state(control, "secret");
        }
        assertThat(LocalControl.ask(gone, "STOP")).isEqualTo(Answer.no("the local lab does not answer"));
    }

    @Test
    void keepsTheStateOfThisProcessAndKnowsThatItLives() {
        LocalState written = new LocalState(
                ProcessHandle.current().pid(),
                ProcessHandle.current().info().startInstant().orElseThrow(),
                4711,
                "t",
                12345,
                "plain",
                "",
                "");
        written.write(data);

        assertThat(LocalState.read(data)).contains(written);
        assertThat(written.isAlive()).isTrue();
    }

    @Test
    void doesNotTakeAnotherProcessWithTheSameNumberForTheLab() {
        LocalState other =
                new LocalState(ProcessHandle.current().pid(), Instant.EPOCH, 4711, "t", 12345, "plain", "", "");

        assertThat(other.isAlive()).isFalse();
    }

    @Test
    void takesADamagedStateForNone() throws IOException {
        Files.writeString(data.resolve("local.properties"), "pid=abc\n");

        assertThat(LocalState.read(data)).isEmpty();
    }

    private static Answer answer(List<String> orders, String order) {
        orders.add(order);
        return Answer.ok();
    }

    private static LocalState state(LocalControl control, String token) {
        return new LocalState(
                ProcessHandle.current().pid(), Instant.EPOCH, control.port(), token, 12345, "plain", "", "");
    }
}
