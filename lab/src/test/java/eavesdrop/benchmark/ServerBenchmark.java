package eavesdrop.benchmark;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// Measures the chat server, beside `ncat --chat` in the same run: what counts is the ratio. No test; run its `main`
/// with the class path of the tests. Needs `ncat`, and 21,000 open files for the idle clients.
public final class ServerBenchmark {
    private static final int CLIENTS = 100;
    private static final int CHAT_ROUNDS = 400;
    private static final int BULK_LINES = 20_000;
    private static final int ROUND_TRIPS = 2_000;
    private static final int ROUNDS = Integer.getInteger("rounds", 5);
    private static final int IDLE = Integer.getInteger("idle", 10_000);
    private static final String TEXT = "the quick brown fox jumps over the lazy dog";

    private ServerBenchmark() {}

    public static void main(String[] args) throws IOException {
        Path folder = Files.createTempDirectory("benchmark");
        for (int round = 1; round <= ROUNDS; round++) {
            System.out.printf("round %d%n", round);
            try (Subject ours = Subject.eavesdrop(folder);
                    Subject theirs = Subject.ncat()) {
                compare(ours, theirs);
            }
        }
        idle(folder);
    }

    private static void compare(Subject ours, Subject theirs) throws IOException {
        double[] our = figures(ours);
        double[] their = figures(theirs);
        System.out.printf(
                "  ratio        %12.2f deliveries/s, %.2f of the processor; last of %d: median %.2f, 99 %% %.2f;"
                        + " bulk %.2f%n",
                our[0] / their[0],
                our[1] / their[1],
                CLIENTS - 1,
                our[2] / their[2],
                our[3] / their[3],
                our[4] / their[4]);
    }

    private static double[] figures(Subject subject) throws IOException {
        try (Crowd crowd = new Crowd()) {
            SocketChannel sender = gather(subject, crowd, CLIENTS);
            // Once to warm up, once to measure.
            deliveriesPerSecond(subject, crowd);
            double before = subject.processorSeconds();
            double deliveries = deliveriesPerSecond(subject, crowd);
            double processor = (subject.processorSeconds() - before) / CHAT_ROUNDS / CLIENTS / (CLIENTS - 1) * 1e6;
            double[] trips = roundTripMicros(subject, crowd, sender);
            double median = trips[trips.length / 2];
            double slow = trips[trips.length * 99 / 100];
            bulkPerSecond(subject, crowd, sender);
            double bulk = bulkPerSecond(subject, crowd, sender);
            System.out.printf(
                    "  %-12s %,12.0f deliveries/s, %.2f µs of processor each; last of %d: median %,.0f µs, 99 %% %,.0f µs;"
                            + " bulk %,.0f/s%n",
                    subject.name(), deliveries, processor, CLIENTS - 1, median, slow, bulk);
            return new double[] {deliveries, processor, median, slow, bulk};
        }
    }

    /// Connects the clients; returns the one that came last.
    private static SocketChannel gather(Subject subject, Crowd crowd, int clients) throws IOException {
        SocketChannel last = subject.join(crowd);
        while (crowd.size() < clients) {
            last = subject.join(crowd);
            crowd.readWhatIsThere();
        }
        crowd.readUntilQuietFor(500);
        return last;
    }

    /// All speak, line by line: a chat.
    private static double deliveriesPerSecond(Subject subject, Crowd crowd) throws IOException {
        long start = System.nanoTime();
        for (int i = 0; i < CHAT_ROUNDS; i++) {
            crowd.round(subject.say() + TEXT + "\n");
        }
        long deliveries = (long) CHAT_ROUNDS * crowd.size() * (crowd.size() - 1);
        return deliveries / ((System.nanoTime() - start) / 1e9);
    }

    /// One pours out lines as fast as it can. `ncat` then no longer sees lines: it passes on whatever one read gave, up
    /// to 31 KiB, with one name before all of it.
    private static double bulkPerSecond(Subject subject, Crowd crowd, SocketChannel sender) throws IOException {
        String hundred = (subject.say() + TEXT + "\n").repeat(100);
        long until = crowd.lines() + (long) BULK_LINES * (crowd.size() - 1);
        long start = System.nanoTime();
        for (int i = 0; i < BULK_LINES / 100; i++) {
            crowd.send(sender, hundred);
        }
        crowd.awaitLines(until);
        return (double) BULK_LINES * (crowd.size() - 1) / ((System.nanoTime() - start) / 1e9);
    }

    private static double[] roundTripMicros(Subject subject, Crowd crowd, SocketChannel sender) throws IOException {
        double[] micros = new double[ROUND_TRIPS];
        for (int i = 0; i < ROUND_TRIPS; i++) {
            long until = crowd.lines() + crowd.size() - 1;
            long start = System.nanoTime();
            crowd.send(sender, subject.say() + TEXT + "\n");
            crowd.awaitLines(until);
            micros[i] = (System.nanoTime() - start) / 1e3;
        }
        Arrays.sort(micros);
        return micros;
    }

    /// All of them say HELLO, so each is told of all who come later: 50 million lines in all.
    private static void idle(Path folder) throws IOException {
        try (Subject subject = Subject.eavesdrop(folder, "-XX:+UseSerialGC", "-Xmx160m", "-XX:TieredStopAtLevel=1");
                Crowd crowd = new Crowd()) {
            System.out.printf("no client: %d MiB resident%n", subject.residentMebibytes());
            long start = System.nanoTime();
            gather(subject, crowd, IDLE);
            System.out.printf(
                    "%,d clients that have said HELLO: %d MiB resident; all were in after %.0f s%n",
                    IDLE, subject.residentMebibytes(), (System.nanoTime() - start) / 1e9);
        }
    }
}
