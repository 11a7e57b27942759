package eavesdrop.benchmark;

import eavesdrop.capture.PcapOverIp;
import eavesdrop.pcap.CaptureWriter;
import eavesdrop.pcap.ConnectionWriter;
import eavesdrop.pcap.Endpoint;
import eavesdrop.pcap.LinkType;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;

/// Measures how long after its packet `reveal --follow` prints a line: of a file that grows, and over pcap over IP. The
/// issue wants 200 ms at most. Whole processes, started by `labw`.
final class LiveBenchmark {
    private static final int LINES = 200;
    /// Lines that are not measured: the compilers and the disk get warm.
    private static final int WARM_UP = 20;
    /// Between two lines, so that they meet the reader at every moment of its waiting.
    private static final int LONGEST_PAUSE_MILLIS = 120;

    private final String labw;
    private final Random random = new Random(1);

    LiveBenchmark(String labw) {
        this.labw = labw;
    }

    /// @param folder for the captures
    void run(Path folder) throws IOException, InterruptedException {
        Path file = folder.resolve("growing.pcapng");
        report("growing file", measure(file, file.toString()));
        Path sent = folder.resolve("sent.pcapng");
        try (PcapOverIp server = PcapOverIp.start(InetAddress.getLoopbackAddress(), 0, sent)) {
            report("pcap over IP", measure(sent, "TCP@127.0.0.1:" + server.port()));
        }
    }

    /// Writes line after line, and waits for each on the reader's screen.
    ///
    /// @return milliseconds for each line, sorted
    private double[] measure(Path file, String source) throws IOException, InterruptedException {
        double[] millis = new double[LINES];
        try (CaptureWriter capture = CaptureWriter.open(file, LinkType.ETHERNET, "made by a benchmark")) {
            ConnectionWriter chat = new ConnectionWriter(capture, end(1, 40_000), end(2, 12_345), 1, 2);
            chat.open(Instant.now());
            Process reader = new ProcessBuilder(labw, "reveal", "--follow", "--json", source)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (BufferedReader lines = reader.inputReader(StandardCharsets.UTF_8)) {
                say(chat, "HELLO alice", lines);
                for (int i = -WARM_UP; i < LINES; i++) {
                    Thread.sleep(random.nextInt(LONGEST_PAUSE_MILLIS));
                    long start = System.nanoTime();
                    say(chat, "SAY line " + i, lines);
                    millis[Math.max(i, 0)] = (System.nanoTime() - start) / 1e6;
                }
            } finally {
                reader.destroy();
            }
        }
        Arrays.sort(millis);
        return millis;
    }

    private static void say(ConnectionWriter chat, String line, BufferedReader lines) throws IOException {
        chat.clientSent(Instant.now(), (line + "\n").getBytes(StandardCharsets.UTF_8));
        String shown = lines.readLine();
        if (shown == null || !shown.contains(line)) {
            throw new IOException("reveal --follow showed " + shown + " in place of " + line);
        }
    }

    private static Endpoint end(int host, int port) throws IOException {
        return new Endpoint(InetAddress.getByAddress(new byte[] {10, 0, 0, (byte) host}), port);
    }

    private static void report(String name, double[] millis) {
        System.out.printf(
                "%-18s %d lines, each after its packet: median %5.1f ms, 95 of 100 within %5.1f ms, all within %5.1f ms%n",
                name, LINES, millis[LINES / 2], millis[LINES * 95 / 100], millis[LINES - 1]);
    }
}
