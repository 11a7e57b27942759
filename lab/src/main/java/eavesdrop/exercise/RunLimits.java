package eavesdrop.exercise;

import java.time.Duration;

/// How much the tests of one part may take.
///
/// @param time from the start of their JVM to its end
/// @param memory of the heap, in MiB
/// @param printed bytes that the code may print
/// @param threads that may run at once, without virtual ones
public record RunLimits(Duration time, int memory, long printed, int threads) {
    /// What a student's class gets.
    public static final RunLimits STANDARD = new RunLimits(Duration.ofSeconds(20), 256, 16L << 20, 1_000);

    public RunLimits {
        if (time.isNegative() || memory <= 0 || printed <= 0 || threads <= 0) {
            throw new IllegalArgumentException("a limit is more than nothing");
        }
    }
}
