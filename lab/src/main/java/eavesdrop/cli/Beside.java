package eavesdrop.cli;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A second thread, for the work that can be done beside the reading of a capture.
final class Beside {
    private Beside() {}

    /// Does what it is given in the order in which it comes. To be closed.
    static ExecutorService open() {
        return Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("beside").factory());
    }
}
