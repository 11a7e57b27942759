package eavesdrop.benchmark;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Measures the chat server, beside `ncat --chat` in the same run: what counts is the ratio. No test; run its `main`
/// with the class path of the tests. Needs `ncat`, and 21,000 open files for the idle clients.
public final class ServerBenchmark {
    private static final int CLIENTS = 100;
    private static final int LINES = 20_000;
    private static final int ROUND_TRIPS = 2_000;
    private static final int ROUNDS = 5;
    private static final int IDLE = 10_000;
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
        List<double[]> figures = new ArrayList<>();
        for (Subject subject : List.of(ours, theirs)) {
            try (Crowd crowd = new Crowd()) {
                SocketChannel sender = gather(subject, crowd, CLIENTS);
                // Once to warm up, once to measure.
                deliveriesPerSecond(subject, crowd, sender);
                double deliveries = deliveriesPerSecond(subject, crowd, sender);
                double[] trips = roundTripMicros(subject, crowd, sender);
                double median = trips[trips.length / 2];
                double slow = trips[trips.length * 99 / 100];
                figures.add(new double[] {deliveries, median, slow});
                System.out.printf(
                        "  %-12s %,12.0f deliveries/s; to the last of %d: median %,.0f µs, 99 %% %,.0f µs%n",
                        subject.name(), deliveries, CLIENTS - 1, median, slow);
            }
        }
        double[] our = figures.getFirst();
        double[] their = figures.getLast();
        System.out.printf(
                "  ratio        %12.2f deliveries/s; round trip: median %.2f, 99 %% %.2f%n",
                our[0] / their[0], our[1] / their[1], our[2] / their[2]);
    }

    /// Connects the clients; returns the one that speaks when all hear it.
    private static SocketChannel gather(Subject subject, Crowd crowd, int clients) throws IOException {
        SocketChannel last = subject.join(crowd);
        while (crowd.size() < clients) {
            last = subject.join(crowd);
        }
        drain(subject, crowd, last);
        return last;
    }

    /// Speaks until each line is heard by all others, and nothing else comes.
    private static void drain(Subject subject, Crowd crowd, SocketChannel sender) throws IOException {
        long before;
        do {
            before = crowd.lines();
            crowd.send(sender, subject.say() + "ready?\n");
            crowd.awaitLines(before + crowd.size() - 1);
            crowd.readWhatIsThere();
        } while (crowd.lines() != before + crowd.size() - 1);
    }

    private static double deliveriesPerSecond(Subject subject, Crowd crowd, SocketChannel sender) throws IOException {
        String hundred = (subject.say() + TEXT + "\n").repeat(100);
        long until = crowd.lines() + (long) LINES * (crowd.size() - 1);
        long start = System.nanoTime();
        for (int i = 0; i < LINES / 100; i++) {
            crowd.send(sender, hundred);
        }
        crowd.awaitLines(until);
        return (double) LINES * (crowd.size() - 1) / (System.nanoTime() - start) * 1e9;
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
