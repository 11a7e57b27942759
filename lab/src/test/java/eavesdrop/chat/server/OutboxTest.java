package eavesdrop.chat.server;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.testing.Until;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class OutboxTest {
    /// Full above 100 bytes or 20 lines.
    private static final ServerLimits SMALL =
            new ServerLimits(10, Duration.ofSeconds(30), 20, 100, 20, Duration.ofSeconds(30), Duration.ofSeconds(1));

    private final AtomicInteger letGo = new AtomicInteger();

    private Outbox outbox(ServerLimits limits) {
        return new Outbox(limits, bytes("ERROR slow-reader x\n"), letGo::incrementAndGet, System::nanoTime);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String taken(Outbox outbox) {
        assertThat(outbox.awaitLines()).isTrue();
        return new String(outbox.take(), StandardCharsets.UTF_8);
    }

    @Test
    void givesOutLinesOneByOneWhenFewWait() {
        Outbox outbox = outbox(SMALL);
        for (int i = 0; i < 8; i++) {
            outbox.add(bytes(i + "\n"));
        }
        for (int i = 0; i < 8; i++) {
            assertThat(taken(outbox)).isEqualTo(i + "\n");
        }
    }

    @Test
    void joinsLinesWhenManyWait() {
        Outbox outbox = outbox(SMALL);
        for (int i = 0; i < 9; i++) {
            outbox.add(bytes(i + "\n"));
        }
        assertThat(taken(outbox)).isEqualTo("0\n1\n2\n3\n4\n5\n6\n7\n8\n");
    }

    @Test
    void isCrowdedFromFullUntilHalfEmpty() {
        Outbox outbox = outbox(SMALL);
        byte[] line = bytes("x".repeat(24) + "\n");
        for (int i = 0; i < 4; i++) {
            assertThat(outbox.add(line)).as("line %d", i).isFalse();
        }
        assertThat(outbox.add(line)).isTrue();
        outbox.take();
        assertThat(outbox.add(line)).isTrue();
        outbox.take();
        outbox.take();
        outbox.take();
        assertThat(outbox.add(line)).isFalse();
    }

    @Test
    void countsLinesToo() {
        Outbox outbox = outbox(SMALL);
        for (int i = 0; i < 20; i++) {
            assertThat(outbox.add(bytes("\n"))).isFalse();
        }
        assertThat(outbox.add(bytes("\n"))).isTrue();
    }

    @Test
    void holdsUpWhoeverAddsToAFullQueueUntilItIsHalfEmpty() throws Exception {
        Outbox outbox = outbox(SMALL);
        byte[] line = bytes("x".repeat(59) + "\n");
        outbox.add(line);
        outbox.add(line);
        Thread waiting = Thread.ofPlatform().start(outbox::awaitCalm);
        Until.holds(
                "it waits",
                () -> waiting.getState() == Thread.State.TIMED_WAITING,
                () -> waiting.getState().toString());
        outbox.take();
        assertThat(waiting.isAlive()).isTrue();
        outbox.take();
        assertThat(waiting.join(Duration.ofSeconds(10))).isTrue();
        assertThat(letGo).hasValue(0);
    }

    @Test
    void givesUpWhenNothingIsTakenForTooLong() {
        Outbox outbox = outbox(SMALL.withPatience(Duration.ofMillis(50)));
        outbox.add(bytes("x".repeat(101) + "\n"));
        outbox.awaitCalm();
        assertThat(letGo).hasValue(1);
        assertThat(outbox.isLetGo()).isTrue();
        assertThat(outbox.add(bytes("more\n"))).isFalse();
        assertThat(taken(outbox)).isEqualTo("ERROR slow-reader x\n");
        assertThat(outbox.awaitLines()).isFalse();
    }

    @Test
    void isPatientWithAClientThatReadsHalfAQueueInTime() {
        AtomicLong now = new AtomicLong();
        Outbox outbox = new Outbox(SMALL, bytes("ERROR\n"), letGo::incrementAndGet, now::get);
        for (int i = 0; i < 6; i++) {
            outbox.add(bytes("x".repeat(59) + "\n"));
        }
        now.set(SMALL.patience().toNanos() - 1);
        outbox.take();
        now.set(SMALL.patience().toNanos() + 1);
        awaitCalmWithoutWaiting(outbox);
        assertThat(letGo).hasValue(0);
        now.set(2 * SMALL.patience().toNanos());
        awaitCalmWithoutWaiting(outbox);
        assertThat(letGo).hasValue(1);
    }

    private static void awaitCalmWithoutWaiting(Outbox outbox) {
        Thread.currentThread().interrupt();
        outbox.awaitCalm();
        Thread.interrupted();
    }

    @Test
    void givesUpAtOnceBeyondFourTimesFull() {
        Outbox outbox = outbox(SMALL);
        outbox.add(bytes("x".repeat(399) + "\n"));
        assertThat(letGo).hasValue(0);
        assertThat(outbox.add(bytes("\n"))).isFalse();
        assertThat(letGo).hasValue(1);
    }

    @Test
    void givesOutWhatWaitsAfterTheEndAndThenNothing() {
        Outbox outbox = outbox(SMALL);
        outbox.add(bytes("last\n"));
        outbox.finish();
        outbox.add(bytes("too late\n"));
        assertThat(taken(outbox)).isEqualTo("last\n");
        assertThat(outbox.awaitLines()).isFalse();
    }

    @Test
    void letsNobodyWaitForAConnectionThatBroke() {
        Outbox outbox = outbox(SMALL);
        outbox.add(bytes("x".repeat(200) + "\n"));
        outbox.abandon();
        outbox.awaitCalm();
        assertThat(outbox.awaitLines()).isFalse();
        assertThat(letGo).hasValue(0);
    }
}
