package eavesdrop.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import eavesdrop.classroom.Ticket;
import eavesdrop.evidence.CaptureEvidence;
import eavesdrop.testing.FreePort;
import eavesdrop.testing.Markdown;
import eavesdrop.testing.Until;
import eavesdrop.worksheet.AnswerKey;
import eavesdrop.worksheet.AnswerSheet;
import eavesdrop.worksheet.CheckFile;
import eavesdrop.worksheet.FilledIn;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A student who has nothing but a worksheet: every command in it, as it is written, from the first to the last, on a
/// machine without Docker. The answers are computed from what the student's own lab recorded, and score everything.
class WorksheetStepsTest {
    private static final Path KIT = Path.of("..");

    /// Commands that are not run here, and why.
    private static final Map<String, String> NOT_RUN = notRun();

    private static Map<String, String> notRun() {
        String containers = "needs an engine; the container tests start, attach and stop the same things";
        Map<String, String> reasons = new LinkedHashMap<>();
        reasons.put("wireshark .*", "opens a window; PcapOverIpTest reads the same address with tshark");
        reasons.put("docker .*|cd labs", containers);
        reasons.put("ip link", "lists the interfaces of the machine, changes nothing");
        reasons.put("\\./labw iface", containers);
        reasons.put("\\./labw demo", "DemoTest runs it");
        reasons.put("\\./labw test", "these are the tests");
        reasons.put("\\./labw doctor", "its status tells of this machine, not of the kit");
        reasons.put("\\./labw chat (?!--scenario).*", "RealTerminalTest and ChatCommandTest run it");
        reasons.put("\\./labw reveal", "StudentLoopTest runs it");
        reasons.put("\\./labw up --topology local", "up without a choice is run here where no engine answers");
        reasons.put("\\./labw matrix", "MatrixTest runs it");
        reasons.put("\\./labw submit", "ClassroomCommandsTest runs it");
        reasons.put("\\./labw exercise .*", "compiles and tests what the student wrote; its own tests run it");
        reasons.put(
                "\\./labw up --scenario forger .*",
                "runs what the student wrote; ForgerInTheLabTest runs the solution");
        reasons.put("HELLO eve", "typed into nc; worksheet 3 does the same");
        return reasons;
    }

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path home;

    private final List<String> ran = new ArrayList<>();
    private int lab;
    private int port;
    private int pcapPort;

    @ParameterizedTest
    @ValueSource(
            strings = {"01-first-chat", "02-eavesdropper", "03-operator", "04-tls", "05-in-the-middle", "06-end-to-end"
            })
    void everyStepOfTheWorksheetWorksAsWritten(String name) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/nc")) || Files.isExecutable(Path.of("/usr/bin/nc")), "no nc here");
        lab = Integer.parseInt(name.substring(0, 2));
        unpackTheKit();
        try {
            List<Markdown.Block> blocks =
                    Markdown.read(home.resolve("worksheets/" + name + ".md")).blocks();
            for (int at = 0; at < blocks.size(); at++) {
                if (blocks.get(at).language().equals("sh")) {
                    String typed = at + 1 < blocks.size()
                            ? String.join("\n", blocks.get(at + 1).lines())
                            : "";
                    for (String command : blocks.get(at).lines()) {
                        step(name, command, typed);
                    }
                }
            }
        } finally {
            run("./labw down", "");
        }
        assertThat(ran).anyMatch(command -> command.startsWith("./labw check")).hasSizeGreaterThan(4);
    }

    private void step(String name, String command, String typed) throws Exception {
        if (reason(command).isPresent()) {
            return;
        }
        if (command.startsWith("./labw check")) {
            fillIn(name);
        }
        Ended ended = run(command, typed);
        assertThat(ended.status())
                .describedAs("%s\n%s", command, ended.output())
                .isZero();
        ran.add(command);
    }

    private void fillIn(String name) throws Exception {
        Ticket ticket = Ticket.read(home.resolve("student.yml"));
        CheckFile check = CheckFile.read(home.resolve("worksheets/" + name + ".check.yml"), ticket.codewords(lab));
        Path data = home.resolve("labs/server/data");
        Until.holds(
                "the capture holds what was said",
                () -> key(check, data).missing().isEmpty(),
                () -> key(check, data).missing().toString());
        Path sheet = home.resolve("worksheets/" + name + ".md");
        Files.writeString(
                sheet,
                FilledIn.markdown(
                        AnswerSheet.read(sheet).text(), key(check, data).right()));
    }

    private static AnswerKey key(CheckFile check, Path data) {
        return AnswerKey.of(
                check,
                CaptureEvidence.read(
                        data.resolve("dump.pcapng"),
                        Optional.of(data.resolve("operator.jsonl")),
                        Optional.of(data.resolve("mallory.jsonl")).filter(Files::exists)));
    }

    @Test
    void everyCommandOfTheFirstPageIsRunSomewhere() throws IOException {
        Set<String> inWorksheets = new TreeSet<>();
        for (String name : List.of("01-first-chat", "02-eavesdropper", "03-operator")) {
            inWorksheets.addAll(commands(KIT.resolve("worksheets/" + name + ".md")));
        }
        assertThat(commands(KIT.resolve("README.md")))
                .isNotEmpty()
                .allSatisfy(command -> assertThat(inWorksheets.contains(command)
                                || reason(command).isPresent())
                        .describedAs("%s is run by no test", command)
                        .isTrue());
    }

    private static List<String> commands(Path document) throws IOException {
        return Markdown.read(document).blocks().stream()
                .filter(block -> block.language().equals("sh"))
                .flatMap(block -> block.lines().stream())
                .filter(line -> !line.isBlank())
                .toList();
    }

    private static Optional<String> reason(String command) {
        return NOT_RUN.entrySet().stream()
                .filter(entry -> command.matches(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /// The kit as a student gets it, but with a `labw` that runs the classes under test, and a path without docker.
    private void unpackTheKit() throws IOException {
        for (String folder : folders()) {
            Files.createDirectories(home.resolve(folder));
            try (Stream<Path> files = Files.list(KIT.resolve(folder))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.copy(file, home.resolve(folder).resolve(file.getFileName()));
                }
            }
        }
        for (String sources : List.of("exercises", "solutions")) {
            Files.createSymbolicLink(home.resolve(sources), KIT.resolve(sources).toRealPath());
        }
        for (String party : List.of("ca", "server", "client", "mallory")) {
            assertThat(KIT.resolve("labs/keys").resolve(party).resolve(".gitignore"))
                    .as("keeps the folder in the kit, and what is in it on this machine")
                    .exists();
            Files.createDirectories(home.resolve("labs/keys").resolve(party));
        }
        Files.copy(KIT.resolve("labs/docker-compose.yml"), home.resolve("labs/docker-compose.yml"));
        Path bin = Files.createDirectories(home.resolve("bin"));
        for (String tool : List.of("sh", "nc", "cat")) {
            Path found = Files.isExecutable(Path.of("/bin", tool)) ? Path.of("/bin", tool) : Path.of("/usr/bin", tool);
            Files.createSymbolicLink(bin.resolve(tool), found);
        }
        Files.createSymbolicLink(bin.resolve("keytool"), Path.of(System.getProperty("java.home"), "bin", "keytool"));
        Path labw = home.resolve("labw");
        Files.writeString(
                labw,
                "#!/bin/sh\nexec '" + Path.of(System.getProperty("java.home"), "bin", "java")
                        + "' -XX:+UseSerialGC -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED"
                        + " -Deavesdrop.home='" + home + "' -cp '"
                        + absoluteClassPath() + "' eavesdrop.cli.Main \"$@\"\n");
        assertThat(labw.toFile().setExecutable(true)).isTrue();
        port = FreePort.find();
        pcapPort = FreePort.find();
    }

    private static List<String> folders() throws IOException {
        try (Stream<Path> scenarios = Files.list(KIT.resolve("labs/scenarios"))) {
            return Stream.concat(
                            Stream.of("worksheets"), scenarios.map(folder -> "labs/scenarios/" + folder.getFileName()))
                    .toList();
        }
    }

    private static String absoluteClassPath() {
        return Stream.of(System.getProperty("java.class.path").split(System.getProperty("path.separator")))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .reduce((one, other) -> one + System.getProperty("path.separator") + other)
                .orElseThrow();
    }

    private record Ended(int status, String output) {}

    /// Three things are changed: the port, because another lab may use the usual one; whose classes run, because this
    /// student has written none; and the ID, which students put in themselves.
    private Ended run(String command, String typed) throws IOException, InterruptedException {
        String changed = command.replace("12345", "" + port)
                .replace("YOUR-ID", "s1234567")
                .replaceFirst("--scenario \\S++(?! --with)", "$0 --with solutions")
                .replaceFirst("labw sniff$", "$0 --with solutions")
                .replaceFirst("^\\./labw chat ", "./labw chat -p " + port + " ");
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", changed)
                .directory(home.toFile())
                .redirectErrorStream(true);
        builder.environment().put("PATH", home.resolve("bin").toString());
        builder.environment().put("LAB_PORT", "" + port);
        builder.environment().put("LAB_PCAP_PORT", "" + pcapPort);
        builder.environment().remove("LAB_DATA");
        Process process = builder.start();
        if (command.startsWith("nc ") || command.startsWith("./labw chat ")) {
            String word = Ticket.read(home.resolve("student.yml")).codeword(lab, "whisper");
            process.getOutputStream().write((typed.replace("THE-WORD", word) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output);
    }
}
