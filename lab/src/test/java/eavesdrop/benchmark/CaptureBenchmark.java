package eavesdrop.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Measures the commands that read captures, beside `grep` on the same file in the same run: what counts is the ratio.
/// Whole processes, started by `labw`, with a heap of 512 MB. No test: `./labw bench [ROUNDS [PACKETS]] [--tshark]`,
/// and `./labw bench --live` for what is live.
///
/// `tcpflow` is measured where it is installed. `tshark -z follow` takes minutes, so only with `--tshark`.
public final class CaptureBenchmark {
    private static final long SEED = 1;

    private final Path capture;
    private final Path folder;
    private final Map<String, List<String>> subjects = new LinkedHashMap<>();

    private CaptureBenchmark(Path folder) {
        this.folder = folder;
        this.capture = folder.resolve("large.pcap");
    }

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Options()).execute(arguments));
    }

    /// What can be said on the command line.
    @Command(
            name = "labw bench",
            mixinStandardHelpOptions = true,
            description = "How long streams, reveal and find take for a large capture, beside grep and others: medians"
                    + " and ratios of one run.")
    private static final class Options implements Callable<Integer> {
        @Option(names = "--labw", hidden = true, defaultValue = "./labw")
        private String labw = "";

        @Option(names = "--tshark", description = "Also time tshark -z follow: minutes for 4 million packets.")
        private boolean tshark;

        @Option(
                names = "--live",
                description = "Measure instead how long after its packet 'reveal --follow' prints a line.")
        private boolean live;

        @Parameters(index = "0", paramLabel = "ROUNDS", defaultValue = "5", description = "Default: 5.")
        private int rounds;

        @Parameters(
                index = "1",
                paramLabel = "PACKETS",
                defaultValue = "4000000",
                description = "Packets of the capture, 128 bytes each. Default: 4,000,000.")
        private int packets;

        @Override
        public Integer call() throws IOException, InterruptedException {
            Path folder = Files.createTempDirectory("capture-benchmark");
            try {
                if (live) {
                    new LiveBenchmark(labw).run(folder);
                    return 0;
                }
                CaptureBenchmark benchmark = new CaptureBenchmark(folder);
                LargeCapture.write(benchmark.capture, SEED, packets, 1);
                System.out.printf("%,d packets, %,d bytes%n", packets, Files.size(benchmark.capture));
                benchmark.subjects(labw, tshark);
                benchmark.run(rounds);
                return 0;
            } finally {
                delete(folder);
            }
        }
    }

    /// The first one is what the others are compared with.
    private void subjects(String labw, boolean tshark) throws IOException, InterruptedException {
        String file = capture.toString();
        subjects.put("grep", List.of("grep", "-c", "-a", "-F", LargeCapture.NEEDLE, file));
        subjects.put("labw streams", List.of(labw, "streams", file));
        subjects.put("labw reveal", List.of(labw, "reveal", file));
        subjects.put("labw find", List.of(labw, "find", file, LargeCapture.NEEDLE));
        List<String> tcpflow =
                List.of("tcpflow", "-r", file, "-o", folder.resolve("flows").toString());
        List<String> follow = List.of("tshark", "-n", "-q", "-r", file, "-z", "follow,tcp,raw,0");
        if (isInstalled("tcpflow")) {
            subjects.put("tcpflow", tcpflow);
        }
        if (tshark && isInstalled("tshark")) {
            subjects.put("tshark -z follow", follow);
        }
    }

    /// tcpflow ends with status 1 when it is asked for its version.
    private static boolean isInstalled(String program) throws InterruptedException {
        try {
            start(List.of(program, "--version")).waitFor();
            return true;
        } catch (IOException absent) {
            return false;
        }
    }

    /// One after the other in each round, so that what else this machine does meets all of them. The first round, in
    /// which the file gets into the memory, does not count.
    private void run(int rounds) throws IOException, InterruptedException {
        Map<String, double[]> seconds = new LinkedHashMap<>();
        for (int round = 0; round <= rounds; round++) {
            for (var subject : subjects.entrySet()) {
                double took = seconds(subject.getValue());
                if (round > 0) {
                    seconds.computeIfAbsent(subject.getKey(), _ -> new double[rounds])[round - 1] = took;
                }
            }
        }
        seconds.values().forEach(Arrays::sort);
        double grep = seconds.get("grep")[rounds / 2];
        seconds.forEach((name, sorted) -> System.out.printf(
                "%-18s median %7.3f s (%.3f to %.3f)  %6.2f times grep%n",
                name, sorted[rounds / 2], sorted[0], sorted[rounds - 1], sorted[rounds / 2] / grep));
    }

    private static double seconds(List<String> command) throws IOException, InterruptedException {
        long start = System.nanoTime();
        int status = start(command).waitFor();
        if (status != 0) {
            throw new IOException(command + " ended with status " + status);
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static Process start(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("JAVA_TOOL_OPTIONS", "-Xmx512m");
        return builder.start();
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
