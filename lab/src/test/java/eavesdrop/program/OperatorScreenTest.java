package eavesdrop.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class OperatorScreenTest {
    @Test
    void showsEveryLineInOrder() {
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        OperatorScreen screen =
                new OperatorScreen(new PrintStream(shown, false, StandardCharsets.UTF_8), ZoneOffset.UTC);
        for (int i = 0; i < 1000; i++) {
            screen.say("line " + i);
        }
        screen.close();
        List<String> lines = shown.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).hasSize(1000).startsWith("line 0", "line 1").endsWith("line 999");
    }

    /// Like a terminal that is paused with Ctrl-S, and goes on later.
    @Test
    void holdsUpNobodyWhenItIsPausedAndSaysWhatItMissed() {
        CountDownLatch goOn = new CountDownLatch(1);
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        OperatorScreen screen = new OperatorScreen(
                new PrintStream(new Paused(goOn, shown), false, StandardCharsets.UTF_8), ZoneOffset.UTC);
        for (int i = 0; i < 100_000; i++) {
            screen.say("line " + i);
        }
        goOn.countDown();
        screen.close();
        List<String> lines = shown.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).hasSizeLessThan(60_000).endsWith("line 99998", "line 99999");
        assertThat(lines).anyMatch(line -> line.endsWith("lines are not shown here; the operator log has them)"));
    }

    private static final class Paused extends OutputStream {
        private final CountDownLatch goOn;
        private final OutputStream out;

        Paused(CountDownLatch goOn, OutputStream out) {
            this.goOn = goOn;
            this.out = out;
        }

        @Override
        public void write(int value) throws java.io.IOException {
            try {
                goOn.await();
            } catch (InterruptedException interrupted) {
                throw new java.io.InterruptedIOException(interrupted.getMessage());
            }
            out.write(value);
        }
    }
}
