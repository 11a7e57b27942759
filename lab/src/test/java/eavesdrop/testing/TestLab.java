package eavesdrop.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The real compose file, run under a project, names, ports and a data folder of its own, so that a test does
/// not touch the lab that somebody is working in. `close` takes all of it away.
public final class TestLab implements AutoCloseable {
    private static final Duration BUILD = Duration.ofMinutes(15);
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Path LABS = labs();
    /// Marks the images that this JVM's tests build, so that a person's own stay as they are, and those of the other
    /// JVM that runs tests.
    public static final String TAG = "test-" + System.getProperty("eavesdrop.fork", "1");

    private static boolean built;

    private final String prefix;
    private final Path data;
    private final int port;
    private final int pcapPort;
    private final List<String> files = new ArrayList<>(List.of("docker-compose.yml"));

    private TestLab(String prefix, Path data) throws IOException {
        this.prefix = prefix;
        this.data = data;
        this.port = FreePort.find();
        this.pcapPort = FreePort.find();
    }

    /// A lab that is not up yet. The images are built once for all tests.
    ///
    /// @param name what tells this lab from other tests' labs
    public static TestLab make(String name) throws Exception {
        Path data = Path.of("target", "labs", name).toAbsolutePath();
        delete(data);
        Files.createDirectories(data);
        TestLab lab = new TestLab("test-" + name + "-" + ProcessHandle.current().pid() + "-", data);
        lab.buildOnce();
        return lab;
    }

    private void buildOnce() throws Exception {
        if (!built) {
            ended(finish(composing("--profile", "*", "build"), BUILD));
            built = true;
        }
    }

    /// Adds a compose file that changes the lab for this test.
    public TestLab with(String overrides) throws IOException {
        Path file = Files.writeString(data.resolveSibling(data.getFileName() + ".override.yml"), overrides);
        files.add(file.toString());
        return this;
    }

    public TestLab up(String... services) throws Exception {
        compose(words(List.of("up", "-d"), services));
        Until.holds("the server listens", () -> operatorLog().contains("\"started\""), this::serverWords);
        return this;
    }

    /// Runs docker compose in this lab and returns what it prints. It must end well.
    public String compose(String... arguments) throws Exception {
        return ended(finish(composing(arguments), LIMIT));
    }

    /// The compose command, ready to start, with this lab's environment.
    public ProcessBuilder composing(String... arguments) {
        List<String> command = new ArrayList<>(List.of("docker", "compose", "-p", project()));
        files.forEach(file -> command.addAll(List.of("-f", file)));
        command.addAll(List.of(arguments));
        return inThisLab(command);
    }

    /// Runs a command of the kit on this lab, and returns what it prints. It must end well.
    public String labw(String... arguments) throws Exception {
        return ended(finish(inThisLab(JavaCommand.of("eavesdrop.cli.Main", arguments)), BUILD));
    }

    private ProcessBuilder inThisLab(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(LABS.toFile());
        builder.environment().put("LAB_KEYS", data.resolve("keys").toString());
        builder.environment().put("COMPOSE_PROJECT_NAME", project());
        builder.redirectErrorStream(true)
                .environment()
                .putAll(Map.of(
                        "LAB_TAG",
                        TAG,
                        "LAB_PREFIX",
                        prefix,
                        "LAB_DATA",
                        data.toString(),
                        "LAB_PORT",
                        "" + port,
                        "LAB_PCAP_PORT",
                        "" + pcapPort,
                        "COMPOSE_ANSI",
                        "never"));
        return builder;
    }

    /// Runs a program and returns what it prints. It must end well.
    public static String run(String... command) throws Exception {
        return ended(attempt(command));
    }

    /// Runs a program, however it ends.
    public static Outcome attempt(String... command) throws Exception {
        return finish(new ProcessBuilder(command).redirectErrorStream(true), LIMIT);
    }

    public record Outcome(int status, String output) {}

    private static String ended(Outcome outcome) {
        assertThat(outcome.status()).as(outcome.output()).isZero();
        return outcome.output();
    }

    // The output goes through a file: a program that hangs must not hang the test that reads from it.
    private static Outcome finish(ProcessBuilder builder, Duration limit) throws Exception {
        Path output = Files.createTempFile("lab", ".out");
        Process process = builder.redirectOutput(output.toFile()).start();
        process.getOutputStream().close();
        boolean inTime = process.waitFor(limit.toSeconds(), TimeUnit.SECONDS);
        process.destroyForcibly();
        // Some programs print what is no text, for example a capture.
        String words = new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
        Files.delete(output);
        assertThat(inTime)
                .as("%s ended in time; it said: %s", builder.command(), words)
                .isTrue();
        return new Outcome(process.exitValue(), words);
    }

    public RawClient join(String name) throws IOException {
        return RawClient.join(port, name);
    }

    /// The file or folder of this name in the lab's data.
    public Path file(String name) {
        return data.resolve(name);
    }

    public Path data() {
        return data;
    }

    public String operatorLog() throws IOException {
        Path log = file("operator.jsonl");
        return Files.exists(log) ? Files.readString(log) : "";
    }

    /// What is in the capture so far, as text; all but the chat's lines is noise.
    public String capture() throws IOException {
        Path dump = file("dump.pcap");
        return Files.exists(dump) ? Files.readString(dump, StandardCharsets.ISO_8859_1) : "";
    }

    public void awaitCaptured(String text) throws Exception {
        Until.holds("the capture holds “" + text + "”", () -> capture().contains(text), this::serverWords);
    }

    public void awaitOperator(String text) throws Exception {
        Until.holds("the operator's log holds " + text, () -> operatorLog().contains(text), this::serverWords);
    }

    /// What the containers of the server and of its wire printed.
    public String serverWords() {
        try {
            return attempt("docker", "logs", container("chat_server")).output()
                    + attempt("docker", "logs", container("chat_wire")).output();
        } catch (Exception failure) {
            return failure.toString();
        }
    }

    public String container(String service) {
        return prefix + service;
    }

    public String project() {
        return prefix.substring(0, prefix.length() - 1);
    }

    public int port() {
        return port;
    }

    public int pcapPort() {
        return pcapPort;
    }

    @Override
    public void close() throws IOException {
        try {
            compose("--profile", "*", "down", "-v", "-t", "5");
        } catch (IOException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
        delete(data);
    }

    private static String[] words(List<String> first, String... more) {
        return Stream.concat(first.stream(), Stream.of(more)).toArray(String[]::new);
    }

    private static Path labs() {
        Path here = Path.of("").toAbsolutePath();
        return Stream.iterate(here, folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve("labs"))
                .filter(labs -> Files.exists(labs.resolve("docker-compose.yml")))
                .findFirst()
                .orElseThrow();
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file :
                        files.sorted((one, other) -> other.compareTo(one)).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
