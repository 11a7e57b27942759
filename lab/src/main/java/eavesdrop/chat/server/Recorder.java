package eavesdrop.chat.server;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;

/// Counts and dates what happens, and gives it to the operator: first the log, then the view.
///
/// Not safe for several threads: whoever calls it holds the lock of the `Room`.
final class Recorder implements AutoCloseable {
    private final Clock clock;
    private final Optional<OperatorLogWriter> log;
    private final Consumer<OperatorEntry> view;
    private long sequence;

    Recorder(ServerConfig config) {
        this.clock = config.clock();
        this.log = config.log().map(file -> new OperatorLogWriter(file, config.trouble()));
        this.view = config.view();
    }

    void record(OperatorEvent event) {
        OperatorEntry entry = new OperatorEntry(clock.instant(), ++sequence, event);
        log.ifPresent(file -> file.write(entry));
        view.accept(entry);
    }

    @Override
    public void close() {
        log.ifPresent(OperatorLogWriter::close);
    }
}
