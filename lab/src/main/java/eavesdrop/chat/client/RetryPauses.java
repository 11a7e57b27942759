package eavesdrop.chat.client;

import java.time.Duration;

/// How long the client waits before it connects again: `first`, then each time twice as long, never longer than `cap`.
///
/// A short first pause brings the client back before a person notices. The growing ones leave a machine
/// alone that needs time to start.
public record RetryPauses(Duration first, Duration cap) {
    /// What a person waits for without impatience.
    public static final RetryPauses USUAL = new RetryPauses(Duration.ofMillis(100), Duration.ofSeconds(2));

    /// The pause before attempt number `attempt`; the first attempt after a loss is number 1.
    public Duration before(int attempt) {
        Duration pause = first;
        for (int doubled = 1; doubled < attempt && pause.compareTo(cap) < 0; doubled++) {
            pause = pause.plus(pause);
        }
        return pause.compareTo(cap) < 0 ? pause : cap;
    }
}
